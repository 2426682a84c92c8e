// Texts known to stall parsers, wherever people write Markdown: nobody else waits for them, and no page grows beyond measure.
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '#db/open.ts'
import { isMissing, readReference } from '#tests/reference-data.ts'
import { type Finding, figure, type Gate, percentile } from '../gate.ts'
import { type Delay, eventLoopDelay } from '../harness/event-loop.ts'
import { type IdleNeighbour, startIdleNeighbour } from '../harness/idle-neighbour.ts'
import { type Answer, isDone } from '../harness/visitor.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'
import { askEveryFewMoments } from '../load/health.ts'
import type { BusyTown } from '../writes/busy-town.ts'
import { postingAs } from '../writes/ideas.ts'
import { amendments } from '../writes/standards.ts'

export interface MarkdownSize extends BusySize {
  /** As many of the texts; all of them where it is null. */
  readonly texts: number | null
  /** How long one text may hold up the process; null where the machine is too busy to say. */
  readonly heldUpMs: number | null
  readonly atOnce: number
}

export const markdown: Gate<MarkdownSize> = {
  name: 'markdown',
  holds:
    'texts known to stall parsers as contributions, ideas and amendments one by one, and six contributions at once: nobody waits 50 ms for one, no page grows beyond measure',
  full: { texts: null, heldUpMs: 50, atOnce: 6, delayP99Ms: 50, people: 90, ideas: 6, contributions: 6 },
  run: (size) =>
    withBusyTown({ ...size, kinds: [amendments] }, {}, async ({ place, busy, findings }) => {
      const texts = knownTexts().slice(0, size.texts ?? undefined)
      const waysToWrite = waysOf(busy)
      const answers: Answer[] = []
      const neighbour = startIdleNeighbour()
      let longest = 0
      for (const { id, text } of texts) {
        for (const { name, write } of waysToWrite) {
          const heldUp = await leastOf(size.heldUpMs === null ? 1 : 3, size.heldUpMs ?? 0, async () => {
            await moments(neighbour, () => eventLoopDelay(place))
            answers.push(...(await write(text)))
            return moments(neighbour, () => eventLoopDelay(place))
          })
          longest = Math.max(longest, heldUp)
          if (size.heldUpMs !== null && heldUp > size.heldUpMs)
            findings.push(`${id} as ${name} held everybody up for ${heldUp} ms.`)
        }
      }
      neighbour.stop()
      const asking = askEveryFewMoments(place)
      const [way] = waysToWrite
      const waiting = texts.map(
        ({ text }) =>
          async () =>
            (await way?.write(text)) ?? [],
      )
      await Promise.all(
        Array.from({ length: size.atOnce }, async () => {
          for (let next = waiting.pop(); next; next = waiting.pop()) answers.push(...(await next()))
        }),
      )
      await asking.stop()
      findings.push(...faultsIn(answers), ...(await grown(place.databaseUrl)))
      return {
        texts: figure(texts.length),
        'taken, refused with a sentence': `${answers.filter(isDone).length}, ${answers.filter((one) => !isDone(one)).length}`,
        'one text holds up others, ms beyond an idle process (most)': figure(longest),
        'health while several come at once, ms (p99)': figure(percentile(asking.waits, 0.99)),
      }
    }),
}

interface KnownText {
  readonly id: string
  readonly text: string
}

const file = 'security/markdown-dos.json'

/** The long list beside the project where it is there, and always a few of the worst sorts. */
function knownTexts(): readonly KnownText[] {
  const few = [
    ['quotes in quotes', '> '.repeat(10_000)],
    ['lists in lists', '- '.repeat(10_000)],
    ['emphasis without end', '*a **b '.repeat(3_000)],
    ['brackets', '['.repeat(20_000)],
    ['cells', `${'|a'.repeat(60)}|\n${'|-'.repeat(60)}|\n${'|\n'.repeat(9_000)}`],
    ['one definition, used often', `[a]: ${'x'.repeat(9_000)}\n\n${'[a]\n\n'.repeat(2_000)}`],
  ].map(([id = '', text = '']) => ({ id, text }))
  if (isMissing(file)) return few
  const { inputs } = readReference<{
    inputs: readonly { id: string; parts?: readonly (readonly [string, number])[]; payload?: string }[]
  }>(file)
  const listed = inputs.map(({ id, parts = [], payload = '' }) => ({
    id,
    text: payload + parts.map(([piece, times]) => piece.repeat(times)).join(''),
  }))
  return [...few, ...listed]
}

interface WayToWrite {
  readonly name: string
  /** Writes it and looks at the page that shows it. */
  write(text: string): Promise<readonly Answer[]>
}

/** Each as long as its field takes. Everybody writes in turn, since one alone would soon be told to wait. */
function waysOf(busy: BusyTown): readonly WayToWrite[] {
  let turn = 0
  const next = () => {
    const mark = `text-${turn++}`
    return { mark, door: busy.as(busy.people[turn % busy.people.length] ?? null) }
  }
  return [
    {
      name: 'a contribution',
      async write(text) {
        const { mark, door } = next()
        const { conversationId, number } = busy.pick(busy.ideas)
        const fields = { move: 'question', text: text.slice(0, 4000), idempotencyKey: mark }
        return [await door.send(`/gespraech/${conversationId}`, fields), await door.get(`/ideen/${number}`)]
      },
    },
    {
      name: 'an idea',
      async write(text) {
        const { mark, door } = next()
        const sent = await postingAs(door, mark, {}, text.slice(0, 8000))()
        return [sent, ...(sent.location ? [await door.get(sent.location)] : [])]
      },
    },
    {
      name: 'an amendment',
      async write(text) {
        const { mark, door } = next()
        const { clauseId } = busy.furnishedFor(amendments) as { clauseId: string }
        const sent = await door.send('/standards/dauerlauf/aenderungen/neu', {
          ...{ intent: 'send', 'kind-0': 'change', 'clause-0': clauseId, 'base-0': 1, 'after-0': '' },
          ...{
            'text-0': text.slice(0, 20_000),
            reason: 'Damit sich alle darauf verlassen.',
            idempotencyKey: mark,
          },
        })
        return [sent, ...(sent.location ? [await door.get(sent.location)] : [])]
      },
    },
  ]
}

/** What the town waited for beyond what an idle process beside it did. */
async function moments(neighbour: IdleNeighbour, ask: () => Promise<Delay>): Promise<number> {
  const [own, idle] = await Promise.all([ask(), neighbour.waited()])
  return Math.max(0, own.maxMs - idle.maxMs)
}

/** A machine hiccups; a text that holds up the process does so every time. */
async function leastOf(times: number, enough: number, measure: () => Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let time = 0; time < times && least > enough; time++) {
    least = Math.min(least, await measure())
    if (least > enough) await pause(50)
  }
  return least
}

function faultsIn(answers: readonly Answer[]): readonly Finding[] {
  const faults = new Map<number, number>()
  for (const { status } of answers)
    if (status === 0 || status === 429 || status >= 500) faults.set(status, (faults.get(status) ?? 0) + 1)
  return [...faults].map(
    ([status, times]) => `${times} answers were ${status === 0 ? 'none at all' : status}.`,
  )
}

/** HTML of a text may be a multiple of it, and no more. */
async function grown(databaseUrl: string): Promise<readonly Finding[]> {
  const database = await openDatabase(databaseUrl)
  const kept = [
    ...(await database.read.selectFrom('contribution').select(['text', 'html']).execute()),
    ...(await database.read.selectFrom('idea').select(['text', 'html']).execute()),
  ]
  await database.close()
  const large = kept.filter(({ text, html }) => html.length > 20 * text.length + 65_536)
  return large.map(({ text, html }) => `${text.length} letters became ${html.length}: ${text.slice(0, 30)}`)
}
