// What was sent, what was confirmed, what was never answered: kept by the gate across every death of the server.
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '#db/open.ts'
import { judge } from '../checks/history.ts'
import { type Finding, figure } from '../gate.ts'
import type { Place } from '../harness/place.ts'
import { type Answer, isDone } from '../harness/visitor.ts'
import type { KindOfWrite, Write } from '../writes/kind.ts'

export interface Entry {
  readonly kind: KindOfWrite
  readonly write: Write
  state: 'open' | 'confirmed' | 'refused'
}

export interface Ledger {
  enter(kind: KindOfWrite, write: Write): Entry
  /** Sends it and notes the answer; where none came it stays open. */
  send(entry: Entry): Promise<Answer>
  /** Those that were never answered. */
  open(): readonly Entry[]
  confirmed(): number
  /** Answers that a person should never see, such as a 500. */
  readonly faults: readonly Finding[]
  /** Time to a confirmation, in ms. */
  readonly waits: readonly number[]
  confirmedSoFar(): readonly Entry[]
  /** Which of these are not in another database, such as one put back from a backup. */
  missingFrom(
    database: Pick<Database, 'read'>,
    place: Place,
    entries: readonly Entry[],
  ): Promise<readonly Finding[]>
  compare(database: Pick<Database, 'read'>, place: Place): Promise<Comparison>
}

export interface Comparison {
  readonly findings: readonly Finding[]
  readonly lost: number
  readonly doubled: number
  /** Confirmed writes of each kind. */
  readonly kinds: Readonly<Record<string, number>>
}

/** While the disk is full or the database away, the town may say no in a sentence. */
export const politeRefusals = new Set([503, 507])

export function openLedger(kinds: readonly KindOfWrite[]): Ledger {
  const entries: Entry[] = []
  const faults: Finding[] = []
  const waits: number[] = []
  let confirmed = 0
  return {
    faults,
    waits,
    enter(kind, write) {
      const entry: Entry = { kind, write, state: 'open' }
      entries.push(entry)
      return entry
    },
    async send(entry) {
      const began = performance.now()
      const answer = await withPatience(entry.write.send()).catch((error: unknown) => error as Error)
      // An answer that is not the page it should be: told like a refusal, so that the gate goes on and says so.
      if (answer instanceof Error) {
        entry.state = 'refused'
        faults.push(`${entry.kind.name} ${entry.write.mark}: ${answer.message}`)
        return { status: 500, text: '', location: null, headers: {}, ms: 0 }
      }
      if (answer.status === 0 || politeRefusals.has(answer.status)) return answer
      if (isDone(answer)) {
        entry.state = 'confirmed'
        confirmed++
        waits.push(performance.now() - began)
      } else {
        entry.state = 'refused'
        faults.push(`${entry.kind.name} ${entry.write.mark}: ${answer.status} ${sentenceIn(answer)}`)
      }
      return answer
    },
    open: () => entries.filter((entry) => entry.state === 'open'),
    confirmed: () => confirmed,
    confirmedSoFar: () => entries.filter((entry) => entry.state === 'confirmed'),
    async missingFrom(database, place, wanted) {
      const findings: Finding[] = []
      for (const kind of kinds) {
        const found = new Set(await kind.found(database.read, place))
        const missing = wanted.filter((one) => one.kind === kind && !found.has(one.write.mark))
        if (missing.length > 0)
          findings.push(`missing: ${kind.name}, ${missing.length}, such as ${missing[0]?.write.mark}`)
      }
      return findings
    },
    async compare(database, place) {
      let lost = 0
      let doubled = 0
      const findings: Finding[] = []
      const counts: Record<string, number> = {}
      for (const kind of kinds) {
        const own = entries.filter((entry) => entry.kind === kind)
        const marks = (state: Entry['state'] | null) =>
          new Set(own.filter((one) => state === null || one.state === state).map(({ write }) => write.mark))
        const confirmed = marks('confirmed')
        const judged = judge({
          kind: kind.name,
          sent: marks(null),
          confirmed,
          refused: marks('refused'),
          found: await kind.found(database.read, place),
        })
        lost += judged.lost.length
        doubled += judged.doubled.length
        counts[kind.name] = confirmed.size
        for (const mark of judged.lost.slice(0, 3)) findings.push(`lost: ${kind.name} ${mark}`)
        for (const mark of judged.doubled.slice(0, 3)) findings.push(`stored twice: ${kind.name} ${mark}`)
        for (const mark of judged.kept.slice(0, 3)) findings.push(`refused and stored: ${kind.name} ${mark}`)
      }
      return { findings, lost, doubled, kinds: counts }
    },
  }
}

/** What the page said, for whoever reads the finding. */
/** No way to write waits as long: whatever does would hold up the gate for ever, and nobody would know what it was. */
async function withPatience(sending: Promise<Answer>): Promise<Answer> {
  const end = new AbortController()
  const tooLong = pause(90_000, null, { signal: end.signal }).then(() => {
    throw new Error('neither answered nor given up within 90 s')
  })
  try {
    return await Promise.race([sending, tooLong])
  } finally {
    end.abort()
    tooLong.catch(() => undefined)
  }
}

function sentenceIn(answer: Answer): string {
  const alert = /class="[^"]*alert[^"]*"[^>]*>([\s\S]{0,600})/.exec(answer.text)?.[1] ?? answer.text
  return alert
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 160)
}

export function countsLine(kinds: Readonly<Record<string, number>>): string {
  return Object.entries(kinds)
    .map(([name, count]) => `${name} ${figure(count)}`)
    .join(', ')
}
