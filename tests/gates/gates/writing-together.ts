// Fifty people write into one section when the server is killed: what a page was told is stored is stored, and the rest it brings.
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '#db/open.ts'
import { type Finding, figure, type Gate } from '../gate.ts'
import type { Place } from '../harness/place.ts'
import type { Inhabitant } from '../harness/settle-in.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'
import { type Desk, isStored, openDesk } from '../load/desk.ts'
import type { Ledger } from '../load/ledger.ts'
import { kindOfWrite } from '../writes/kind.ts'
import { newMark } from '../writes/marks.ts'
import { liveWriting, marksIn, type OpenSection } from '../writes/workshop.ts'

export interface WritingSize extends BusySize {
  readonly writers: number
  readonly kills: number
  /** Between two strokes of one person. */
  readonly strokeEveryMs: number
  readonly againWithinMs: number
}

interface Group extends OpenSection {
  readonly writers: readonly Inhabitant[]
}

/** Less than the pause between two savings. */
const inBetweenMs = 2_000

export const writingTogether: Gate<WritingSize> = {
  name: 'writing-together',
  holds:
    'killed while fifty write into one section; what a page was told is stored is there without it, what was not the page brings, once',
  full: {
    ...{ writers: 50, kills: 20, strokeEveryMs: 500, againWithinMs: 15_000, delayP99Ms: 50 },
    ...{ people: 4, ideas: 1, contributions: 1 },
  },
  run(size) {
    const kind = kindOfWrite<Group>({
      ...liveWriting,
      async furnish(town, busy) {
        const writers: Inhabitant[] = []
        const seat = { seat: { body: 'ag-standards', function: 'member' as const } }
        for (let place = 1; place <= size.writers; place++)
          writers.push(await town.person(`Mitglied ${place}`, seat))
        return { ...((await liveWriting.furnish?.(town, busy)) as OpenSection), writers }
      },
    })
    return withBusyTown({ ...size, kinds: [kind] }, {}, async (with_) => {
      const { place, busy, ledger, findings, restart } = with_
      const { section, clauses, writers } = busy.furnishedFor(kind) as Group
      const everybody = writers.map((writer) => ({ writer, desk: null as Desk | null }))
      let { town } = with_
      let marks = 0
      let brought = 0
      let slowest = 0
      for (let turn = 0; turn <= size.kills; turn++) {
        await Promise.all(
          everybody.map(async (one) => {
            one.desk ??= await openDesk(place, one.writer.cookie, section)
          }),
        )
        const desks = everybody.flatMap(({ desk }) => desk ?? [])
        if (desks.length < everybody.length) findings.push('Not everybody was let in.')
        const writing = strike(desks, size.strokeEveryMs, (desk) => {
          const mark = newMark(marks++)
          const send = async () => {
            desk.type(busy.pick(clauses), ` ${mark} `, busy.chance(2) === 0)
            // Longer than any crash takes; who is still waiting then is found by the ledger.
            const stored = await desk.until((state) => (isStored(state) ? true : null), 600_000)
            return { status: stored ? 200 : 0, text: '', location: null, headers: {}, ms: 0 }
          }
          void ledger.send(ledger.enter(kind, { mark, send }))
        })
        // Every second time right behind the word that all is stored, else somewhere between two savings.
        await somethingStored(ledger)
        if (turn % 2 === 1) await with_.keepDelays()
        await pause(turn % 2 === 0 ? busy.chance(40) : busy.chance(inBetweenMs))
        if (turn < size.kills) {
          await town.kill()
          const told = ledger.confirmedSoFar().map(({ write }) => write.mark)
          findings.push(...(await missingWithoutPages(place, told)))
          // They write on without a line; somebody whose words are all stored closes the page.
          await pause(size.strokeEveryMs * 2)
          await writing.stop()
          const leaver = everybody.find(({ desk }) => desk && !desk.state().unsaved)
          leaver?.desk?.close()
          if (leaver) leaver.desk = null
          brought += ledger.open().length
          const began = performance.now()
          town = await restart()
          const away = await inAgain(ledger, size.againWithinMs)
          slowest = Math.max(slowest, performance.now() - began)
          if (away > 0) findings.push(`After crash ${turn + 1}, ${away} words were not brought in time.`)
        } else await writing.stop()
      }
      await inAgain(ledger, size.againWithinMs)
      const desks = everybody.flatMap(({ desk }) => desk ?? [])
      const texts = new Set(desks.map((desk) => clauses.map((clause) => desk.text(clause)).join('\n')))
      if (texts.size > 1) findings.push(`At the end the pages show ${texts.size} different texts.`)
      for (const desk of desks) desk.close()
      findings.push(...(await asVersions(place, clauses, ledger)))
      return {
        writers: figure(size.writers),
        crashes: figure(size.kills),
        'brought by pages after a crash': figure(brought),
        'serving again and all stored, s (most)': figure(slowest / 1000),
      }
    })
  },
}

/** Everybody strikes in turn, evenly spread, until told to stop; the line may be gone meanwhile. */
function strike(desks: readonly Desk[], everyMs: number, stroke: (desk: Desk) => void) {
  let stopped = false
  const all = desks.map(async (desk, place) => {
    await pause((everyMs / desks.length) * place)
    while (!stopped) {
      stroke(desk)
      await pause(everyMs)
    }
  })
  return {
    async stop() {
      stopped = true
      await Promise.all(all)
    },
  }
}

async function somethingStored(ledger: Ledger): Promise<void> {
  const [before, until] = [ledger.confirmed(), performance.now() + 15_000]
  while (ledger.confirmed() === before && performance.now() < until) await pause(3)
}

/** While the server is dead and no page has brought anything: what was said to be stored and is not. */
async function missingWithoutPages(place: Place, told: readonly string[]): Promise<Finding[]> {
  const found = new Set(
    await read(place, async (db) => {
      const drafts = await db.selectFrom('sectionDraft').select('state').execute()
      return drafts.flatMap(({ state }) => marksIn(state))
    }),
  )
  return told.filter((mark) => !found.has(mark)).map((mark) => `said to be stored and lost: ${mark}`)
}

/** Waits until every word is stored; gives how many are not. */
async function inAgain(ledger: Ledger, withinMs: number): Promise<number> {
  const until = performance.now() + withinMs
  while (ledger.open().length > 0 && performance.now() < until) await pause(20)
  return ledger.open().length
}

/** When the last page has gone the words become versions: each once in its clause. */
async function asVersions(place: Place, clauses: readonly string[], ledger: Ledger): Promise<Finding[]> {
  const until = performance.now() + 10_000
  const wanted = ledger.confirmedSoFar().map(({ write }) => write.mark)
  while (true) {
    const rows = await read(place, (db) =>
      db.selectFrom('clause').select('text').where('id', 'in', clauses).execute(),
    )
    const words = rows.flatMap(({ text }) => text.split(/\s+/))
    const wrong = wanted.filter((mark) => words.filter((word) => word === mark).length !== 1)
    if (wrong.length === 0) return []
    if (performance.now() > until) return [`${wrong.length} words did not come into their clauses, or twice.`]
    await pause(50)
  }
}

async function read<T>(
  place: Place,
  ask: (db: Awaited<ReturnType<typeof openDatabase>>['read']) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(place.databaseUrl)
  try {
    return await ask(database.read)
  } finally {
    await database.close()
  }
}
