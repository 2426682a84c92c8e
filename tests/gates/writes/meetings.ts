// The Round Table: coming to a running meeting, asking for the floor, minutes as it goes, citizens' questions before it.
import { system } from '#app/domain/actor.ts'
import { saveBody, seat } from '#app/domain/bodies/body.server.ts'
import { addItem } from '#app/domain/meetings/agenda.server.ts'
import { type LeadStep, lead } from '#app/domain/meetings/lead.server.ts'
import { getMeeting, planMeeting } from '#app/domain/meetings/meeting.server.ts'
import { askQuestion } from '#app/domain/meetings/questions.server.ts'
import { readStand } from '#app/domain/meetings/stand.server.ts'
import { plainItem } from '#tests/meetings/table.ts'
import type { Inhabitant, SettlingIn } from '../harness/settle-in.ts'
import { isDone } from '../harness/visitor.ts'
import type { BusyTown } from './busy-town.ts'
import { kindOfWrite } from './kind.ts'
import { marksIn, pairs } from './marks.ts'

/** Each member asks once in each meeting; as many as last until the gate ends. */
const running = 10

interface Running {
  readonly id: string
  readonly number: number
  readonly itemId: string
}

interface Table {
  readonly taker: Inhabitant
  readonly meetings: readonly Running[]
  /** One ten days ahead, to which questions can still be asked. */
  readonly ahead: { readonly id: string; readonly number: number }
}

const tables = new WeakMap<SettlingIn, Promise<Table>>()

/** One table for all kinds of one town: everybody is a member, and some meetings have begun. */
function tableOf(town: SettlingIn, busy: BusyTown): Promise<Table> {
  const known = tables.get(town) ?? setTable(town, busy)
  tables.set(town, known)
  return known
}

async function setTable(town: SettlingIn, busy: BusyTown): Promise<Table> {
  const { platform } = town
  await town.does(system, saveBody, {
    slug: 'runder-tisch',
    name: 'Runder Tisch',
    kind: 'round-table',
    about: 'Berät öffentlich.',
    seats: busy.people.length + 5,
    benches: [],
  })
  const sit = async ({ accountId }: Inhabitant, held: 'minute-taker' | 'member') => {
    const from = { fromAt: platform.now(), untilAt: null }
    await town.does(system, seat, { body: 'runder-tisch', accountId, bench: null, function: held, ...from })
  }
  const chair = busy.holders.chair.actor
  const taker = await town.person('Federkiel')
  await sit(taker, 'minute-taker')
  for (const person of busy.people) await sit(person, 'member')
  const plan = (inMinutes: number) => {
    const at = Date.parse(platform.now()) + inMinutes * 60_000
    return town.does(chair, planMeeting, {
      body: 'runder-tisch',
      title: 'Sitzung im Dauerlauf',
      place: 'Altes Rathaus',
      access: '',
      online: null,
      startsAt: new Date(at).toISOString(),
      endsAt: new Date(at + 7_200_000).toISOString(),
    })
  }
  const meetings: Running[] = []
  for (let turn = 0; turn < running; turn++) {
    const { id, number } = await plan(10)
    const { itemId } = await town.does(chair, addItem, { meetingId: id, ...plainItem })
    const steps: LeadStep[] = [{ type: 'opened' }, { type: 'item-called', itemId }]
    for (const step of steps) {
      const { database, now, ballotKeys } = platform
      const ask = { db: database.read, kind: database.kind, actor: chair, now: now(), ballotKeys }
      const stand = await readStand({ ...ask, town: platform.town }, await getMeeting(database.read, id))
      await town.does(chair, lead, { meetingId: id, turn: stand.turn, step })
    }
    meetings.push({ id, number, itemId })
  }
  return { taker, meetings, ahead: await plan(10 * 24 * 60) }
}

const sitting = ({ number }: { readonly number: number }) => `/runder-tisch/sitzungen/${number}`

interface Own {
  readonly left: ReturnType<typeof pairs<Running, Inhabitant>>
}

/** Comes in first, for only who is there may speak: two steps, each found by itself. */
export const floorRequests = kindOfWrite({
  name: 'coming in and asking for the floor',
  furnish: async (town, busy): Promise<Own> => ({
    left: pairs((await tableOf(town, busy)).meetings, busy.people, () => true),
  }),
  next(busy, mark, { left }: Own) {
    const pair = left.next()
    if (pair === null) return null
    const [meeting, person] = pair
    const door = busy.as(person)
    return {
      mark: `${meeting.id} ${person.accountId}`,
      async send() {
        const here = { intent: 'presence', as: 'room', idempotencyKey: `${mark}-there` }
        const came = await door.send(sitting(meeting), here)
        if (!isDone(came)) return came
        return door.send(sitting(meeting), { intent: 'floor', kind: 'speech', idempotencyKey: mark })
      },
    }
  },
  /** Whoever asked twice, or came twice, is there twice; who asked without having come is not there. */
  async found(db) {
    const rows = await db
      .selectFrom('meetingStep')
      .select(['meetingId', 'type', 'data'])
      .where('type', 'in', ['presence', 'floor-asked'])
      .execute()
    const of = (type: string) =>
      rows
        .filter((row) => row.type === type)
        .map((row) => `${row.meetingId} ${JSON.parse(row.data).accountId}`)
    const came = of('presence')
    const there = new Set(came)
    const twice = came.filter((one, place) => came.indexOf(one) !== place)
    return [...of('floor-asked').filter((one) => there.has(one)), ...twice]
  },
})

export const minutesNotes = kindOfWrite({
  name: 'line of the minutes',
  furnish: tableOf,
  next(busy, mark, { taker, meetings }: Table) {
    const meeting = busy.pick(meetings)
    const line = { item: meeting.itemId, note: '', text: `Es wird gesagt: ${mark}` }
    const fields = { intent: 'note', ...line, idempotencyKey: mark }
    return { mark, send: () => busy.as(taker).send(`${sitting(meeting)}/mitschrift`, fields) }
  },
  found: async (db) =>
    marksIn(
      (await db.selectFrom('meetingStep').select('data').where('type', '=', 'noted').execute()).map(
        ({ data }) => ({ text: data }),
      ),
    ),
})

export const questions = kindOfWrite({
  name: 'question to a meeting',
  runsOut: true,
  furnish: tableOf,
  next(busy, mark, { ahead }: Table) {
    const door = busy.as(busy.pick(busy.people))
    const fields = {
      intent: 'question',
      item: '',
      text: `Wann wird das gebaut? ${mark}`,
      idempotencyKey: mark,
    }
    return { mark, send: () => door.send(sitting(ahead), fields) }
  },
  found: async (db) => marksIn(await db.selectFrom('citizenQuestion').select('text').execute()),
})

interface Asked {
  readonly ahead: Table['ahead']
  readonly left: ReturnType<typeof pairs<{ readonly questionId: string }, Inhabitant>>
}

export const questionSupports = kindOfWrite({
  name: 'support of a question',
  runsOut: true,
  async furnish(town, busy): Promise<Asked> {
    const { ahead, taker } = await tableOf(town, busy)
    const asked: { questionId: string }[] = []
    for (let turn = 1; turn <= running; turn++) {
      const question = { meetingId: ahead.id, itemId: null, text: `Frage ${turn}: Wer bezahlt das?` }
      asked.push(await town.does(taker.actor, askQuestion, question))
    }
    return { ahead, left: pairs(asked, busy.people, () => true) }
  },
  next(busy, mark, { ahead, left }: Asked) {
    const pair = left.next()
    if (pair === null) return null
    const [{ questionId }, person] = pair
    const fields = { intent: 'support-question', question: questionId, wish: 'yes', idempotencyKey: mark }
    return {
      mark: `${questionId} ${person.accountId}`,
      send: () => busy.as(person).send(sitting(ahead), fields),
    }
  },
  found: async (db) =>
    (await db.selectFrom('citizenQuestionSupport').select(['questionId', 'accountId']).execute()).map(
      (row) => `${row.questionId} ${row.accountId}`,
    ),
})
