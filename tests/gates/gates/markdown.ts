// Texts known to stall parsers, wherever people write Markdown: nobody else waits for them, and no page grows beyond measure.
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '#db/open.ts'
import { isMissing, readReference } from '#tests/reference-data.ts'
import { isGrown } from '../checks/grown.ts'
import { type Finding, figure, type Gate, percentile } from '../gate.ts'
import { type Delay, eventLoopDelay } from '../harness/event-loop.ts'
import { type IdleNeighbour, startIdleNeighbour } from '../harness/idle-neighbour.ts'
import { type Answer, isDone } from '../harness/visitor.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'
import { askEveryFewMoments } from '../load/health.ts'
import type { BusyTown } from '../writes/busy-town.ts'
import { amendments } from '../writes/standards.ts'
import { waysToWrite } from '../writes/texts.ts'

export interface MarkdownSize extends BusySize {
  /** As many of the texts; all of them where it is null. */
  readonly texts: number | null
  /** How long one text may hold up the process; null where the machine is too busy to say. */
  readonly heldUpMs: number | null
  readonly atOnce: number
  /** What somebody with a harmless text waits while several such texts come at once; null where the machine is too busy. */
  readonly harmlessP99Ms: number | null
}

export const markdown: Gate<MarkdownSize> = {
  name: 'markdown',
  holds:
    'texts known to stall parsers as contributions, ideas, amendments and clauses one by one, and six contributions at once: nobody waits 50 ms for one, who writes meanwhile is done within a second, no page grows beyond measure',
  full: {
    ...{ texts: null, heldUpMs: 50, atOnce: 6, harmlessP99Ms: 1000, delayP99Ms: 50 },
    ...{ people: 90, ideas: 6, contributions: 6 },
  },
  run: (size) =>
    withBusyTown({ ...size, kinds: [amendments] }, {}, async ({ place, busy, findings }) => {
      const texts = knownTexts().slice(0, size.texts ?? undefined)
      const ways = waysToWrite(busy)
      const answers: Answer[] = []
      const neighbour = startIdleNeighbour()
      let longest = 0
      for (const { id, text } of texts) {
        for (const { name, write } of ways) {
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
      const harmless = writeHarmlessly(busy)
      const [way] = ways
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
      const waits = await harmless.stop()
      const p99 = percentile(
        waits.map(({ ms }) => ms),
        0.99,
      )
      if (size.harmlessP99Ms !== null && p99 > size.harmlessP99Ms)
        findings.push(`Whoever wrote something harmless meanwhile waited ${Math.round(p99)} ms (p99).`)
      if (!waits.every(isDone)) findings.push('Something harmless was not taken meanwhile.')
      findings.push(...faultsIn(answers), ...(await grownIn(place.databaseUrl)))
      return {
        texts: figure(texts.length),
        'taken, refused with a sentence': `${answers.filter(isDone).length}, ${answers.filter((one) => !isDone(one)).length}`,
        'one text holds up others, ms beyond an idle process (most)': figure(longest),
        'while several come at once, health and a harmless contribution, ms (p99)': `${figure(percentile(asking.waits, 0.99))}, ${figure(p99)}`,
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
    ['a short definition, used often', `[a]: /${'x'.repeat(250)}\n\n${'[a] '.repeat(900)}`],
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

/** Several people who write a sentence each, one after the other. */
function writeHarmlessly(busy: BusyTown) {
  const answers: Answer[] = []
  let stopped = false
  const writing = (async () => {
    for (let turn = 0; !stopped; turn++) {
      const door = busy.as(busy.people[turn % busy.people.length] ?? null)
      const { conversationId } = busy.pick(busy.ideas)
      const fields = {
        move: 'experience',
        text: 'Bei uns *ging* das gut.',
        idempotencyKey: `harmless-${turn}`,
      }
      answers.push(await door.send(`/gespraech/${conversationId}`, fields))
      await pause(250)
    }
  })()
  return {
    async stop() {
      stopped = true
      await writing
      return answers
    },
  }
}

async function grownIn(databaseUrl: string): Promise<readonly Finding[]> {
  const database = await openDatabase(databaseUrl)
  const { read } = database
  const kept = [
    ...(await read.selectFrom('contribution').select(['text', 'html']).execute()),
    ...(await read.selectFrom('idea').select(['text', 'html']).execute()),
    ...(await read.selectFrom('clause').select(['text', 'html']).execute()),
    ...(await read.selectFrom('amendment').select(['reason as text', 'reasonHtml as html']).execute()),
  ]
  await database.close()
  return kept
    .filter(isGrown)
    .map(({ text, html }) => `${text.length} letters became ${html.length}: ${text.slice(0, 30)}`)
}
