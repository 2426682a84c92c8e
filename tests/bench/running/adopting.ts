// A hundred amendments on one item of the agenda, one vote by hands, and the jobs that change the text after it.
import BetterSqlite from 'better-sqlite3'
import { visitor } from '#tests/gates/harness/visitor.ts'
import type { Meeting, Table } from '../town/meetings.ts'
import { clauses, slug, wordsOf } from '../town/standard.ts'
import { chairAt } from './chair.ts'
import { pause } from './readers.ts'
import type { BenchServer } from './server.ts'

/** Both amendments to each of the first clauses, so that the second of each merges into what the first has made. */
const clausesMeant = 50

export interface Adopted {
  readonly asked: number
  readonly bundleMs: number
  /** From the resolution to the last amendment decided. */
  readonly seconds: number
  readonly states: number
  /** How many amendments made a version of their clause. */
  readonly versions: number
  readonly doubled: number
  readonly clausesMeant: number
  readonly clausesWithBoth: number
}

interface Wish {
  readonly server: BenchServer
  readonly file: string
  readonly meeting: Meeting
  readonly table: Table
  /** The cookie of one of the drafting group. */
  readonly editor: string
}

export async function adoptTogether(wish: Wish): Promise<Adopted> {
  const db = new BetterSqlite(wish.file, { readonly: true, timeout: 5000 })
  try {
    const numbers = Array.from({ length: clausesMeant }, (_, index) => placesMeant(index)).flat()
    const ids = numbers.map((number) => idOf(db, number))
    const bundleMs = await bundle(wish, ids)
    await resolve(db, wish, ids[0] ?? '')
    const seconds = await untilDecided(db, ids)
    return { ...keptOf(db, ids, numbers), asked: ids.length, bundleMs, seconds, clausesMeant }
  } finally {
    db.close()
  }
}

/** The numbers of both amendments to the next clause whose two do not collide: nine of ten. */
function placesMeant(index: number): readonly [number, number] {
  const place = index + Math.floor(index / 9)
  return [place + 1, place + 1 + clauses]
}

function idOf(db: BetterSqlite.Database, number: number): string {
  const row = db.prepare('select id from amendment where number = ?').get(number)
  return (row as { id: string }).id
}

async function bundle({ server, meeting, editor }: Wish, ids: readonly string[]): Promise<number> {
  const { url } = server
  const place = { port: Number(new URL(url).port), baseUrl: url }
  const door = visitor(place, { cookie: editor, timeoutMs: 60_000 })
  const laid = await door.send(`/standards/${slug}/tagesordnung`, {
    ...{ intent: 'bundle', meeting: meeting.id, title: 'Änderungen am Standard' },
    ...{ amendments: ids, idempotencyKey: 'bundle' },
  })
  door.close()
  if (laid.status === 303) return laid.ms
  throw new Error(`The bundle was answered ${laid.status}: ${laid.text.slice(0, 300)}`)
}

/** Everybody is entered as there, and every hand goes up. */
async function resolve(db: BetterSqlite.Database, { server, meeting, table }: Wish, first: string) {
  const item = db.prepare('select "agendaItemId" as id from amendment where id = ?').get(first)
  const chair = await chairAt(server.url, meeting.number, table.chair.cookie)
  await chair.click('opened')
  for (const { accountId } of table.members) await chair.click('presence', { who: accountId, as: 'room' })
  await chair.click('item-called', { item: (item as { id: string }).id })
  const question = 'Werden die Änderungen angenommen?'
  await chair.click('open-vote', { question, label: 'resolution', way: 'hands', motion: '' })
  await chair.click('hands', { yes: table.members.length + 1, no: 0, abstain: 0 })
  chair.close()
}

async function untilDecided(db: BetterSqlite.Database, ids: readonly string[]): Promise<number> {
  const resolved = db.prepare('select max(at) as at from resolution')
  const decided = db.prepare(
    `select count(*) as count, max("decidedAt") as at from amendment where "decidedAt" is not null`,
  )
  for (let tries = 0; tries < 900; tries++) {
    const { count, at } = decided.get() as { count: number; at: string }
    if (count >= ids.length) {
      const from = (resolved.get() as { at: string }).at
      return (Date.parse(at) - Date.parse(from)) / 1000
    }
    await pause(200)
  }
  throw new Error('The amendments were not decided within three minutes.')
}

function keptOf(db: BetterSqlite.Database, ids: readonly string[], numbers: readonly number[]) {
  const asked = new Set(ids)
  const states = db.prepare(`select id from amendment where state = 'adopted'`).all() as { id: string }[]
  const made = db
    .prepare(`select "amendmentId" as id from "clauseVersion" where "amendmentId" is not null`)
    .all() as { id: string }[]
  const versions = new Set(made.map(({ id }) => id).filter((id) => asked.has(id)))
  const text = db.prepare(
    `select clause.text from clause join "amendmentPart" on "amendmentPart"."clauseId" = clause.id
     join amendment on amendment.id = "amendmentPart"."amendmentId" where amendment.number = ?`,
  )
  const withBoth = numbers.filter((number) => {
    const today = (text.get(number) as { text: string }).text
    const [first, second] = [wordsOf(number), wordsOf(number + clauses)]
    return number <= clauses && today.includes(first.after) && today.includes(second.after)
  })
  return {
    states: states.filter(({ id }) => asked.has(id)).length,
    versions: versions.size,
    doubled: made.length - new Set(made.map(({ id }) => id)).size,
    clausesWithBoth: withBoth.length,
  }
}
