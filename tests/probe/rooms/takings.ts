// Rights taken away while their holders are connected: offices, seats, whole accounts, and things that become closed.
import { press } from '../press.ts'
import type { Person, Taking } from '../room.ts'
import type { Town } from '../town.ts'

const operator = 'nadine'

function idOf(town: Town, query: string, ...values: readonly string[]): string {
  const [row] = town.rows<{ id: string }>(query, ...values)
  if (!row) throw new Error(`Nothing to take away: ${query} ${values.join(', ')}`)
  return row.id
}

function endSeat(from: string, body: string, topics: Taking['topics']): Taking {
  return {
    name: `a seat in ${body} ends`,
    from,
    topics,
    by: [operator],
    take: async (town) => {
      const membershipId = idOf(
        town,
        `select membership.id from membership join account on account.id = "accountId" join body on body.id = "bodyId"
         where handle = ? and body.slug = ? order by membership."fromAt" desc`,
        from,
        body,
      )
      await press(town, { as: operator, page: '/betrieb/gremien', keys: ['end'], holds: { membershipId } })
    },
    left: (person) => withoutSeat(person, body),
  }
}

function withoutSeat(person: Person, body: string): Person {
  const seats = person.seats.filter((seat) => seat.body !== body)
  return {
    ...person,
    seats,
    roles: person.roles.filter(
      (role) => role !== 'speaker' || seats.some((seat) => seat.function === 'speaker'),
    ),
  }
}

const running = (town: Town) => idOf(town, `select id from meeting where state = 'running'`)
const insideItem = (town: Town) => idOf(town, `select id from "agendaItem" where audience = 'inside'`)
const closedPoll = (town: Town, space: string) =>
  idOf(town, `select id from poll where visibility = 'members' and space = ?`, space)
const hiddenStandard = (town: Town) => idOf(town, `select id from standard where "publishedAt" is null`)

const releasedModerator: Taking = {
  name: 'a moderator is released',
  from: 'dieter',
  topics: () => ['moderation'],
  by: [operator],
  async take(town) {
    const appointmentId = idOf(
      town,
      `select appointment.id from appointment join account on account.id = "accountId"
       where handle = 'dieter' and role = 'moderator' and "untilAt" is null`,
    )
    await press(town, { as: operator, page: '/betrieb', keys: ['release'], holds: { appointmentId } })
  },
  left: (person) => ({
    ...person,
    roles: person.roles.filter((role) => role !== 'moderator'),
    appointments: person.appointments.filter(({ role }) => role !== 'moderator'),
  }),
}

/** The Council's own moderator, whom the Council itself releases. */
const releasedByCouncil: Taking = {
  name: 'a moderator of the Council is released',
  from: 'jonas',
  topics: () => [],
  by: ['amina'],
  async take(town) {
    await press(town, { as: 'amina', page: '/sprecherrat/intern/wer-moderiert', keys: ['release'] })
  },
  left: (person) => ({
    ...withoutSeat(person, 'runder-tisch'),
    roles: person.roles.filter((role) => role !== 'council-moderator'),
    appointments: person.appointments.filter(({ scope }) => scope !== 'council'),
  }),
}

/** A public item of the meeting ahead is closed while a guest reads it. */
const closedItem: Taking = {
  name: 'an agenda item becomes closed',
  from: 'guest',
  topics: (town) => [`agendaItem:${openItem(town).id}`],
  by: ['federkiel'],
  async take(town) {
    const page = `/runder-tisch/punkte/${openItem(town).number}/bearbeiten`
    await press(town, { as: 'federkiel', page, keys: ['save'], fields: { audience: 'inside' } })
  },
}

function openItem(town: Town): { readonly id: string; readonly number: number } {
  const [row] = town.rows<{ id: string; number: number }>(
    `select "agendaItem".id, "publicNumber" as number from "agendaItem" join meeting on meeting.id = "meetingId"
     where audience = 'public' and meeting.state = 'planned' and "ideaId" is null and "removedAt" is null
     order by "publicNumber"`,
  )
  if (!row) throw new Error('No open item lies ahead.')
  return row
}

/** An announced vote becomes one that only its own house may know of. */
const closedVote: Taking = {
  name: 'an announced vote becomes closed',
  from: 'guest',
  topics: (town) => [`poll:${announced(town).id}`],
  by: ['berghoff'],
  async take(town) {
    const page = `/abstimmungen/${announced(town).number}/aendern`
    await press(town, { as: 'berghoff', page, keys: [''], fields: { inside: 'on' } })
  },
}

function announced(town: Town): { readonly id: string; readonly number: number } {
  const [row] = town.rows<{ id: string; number: number }>(
    `select id, number from poll where state = 'announced' and space = 'round-table' and electorate = 'body' order by number`,
  )
  if (!row) throw new Error('No vote of the Round Table is announced.')
  return row
}

const hiddenIdea: Taking = {
  name: 'an idea is hidden',
  from: 'guest',
  topics: (town) => [`idea:${ownIdea(town).id}`, `conversation:${ownIdea(town).conversationId}`],
  by: ['gudrun'],
  async take(town) {
    await press(town, {
      as: 'gudrun',
      page: `/moderation/massnahme?adresse=/ideen/${ownIdea(town).number}`,
      keys: ['hide/check', 'hide/do'],
      fields: { sentence: 'Die Probe nennt hier einen Grund mit genug Wörtern.' },
    })
  },
}

function ownIdea(town: Town): {
  readonly id: string
  readonly number: number
  readonly conversationId: string
} {
  const [row] = town.rows<{ id: string; number: number; conversationId: string }>(
    `select id, number, "conversationId" from idea where state = 'talk' and "agendaItemId" is null order by number`,
  )
  if (!row) throw new Error('No idea is talked about.')
  return row
}

/** Erased by its owner at one device; the other one is connected. */
const erasedAccount: Taking = {
  name: 'an account is erased',
  from: 'manni',
  topics: (town) => [`account:${idOf(town, `select id from account where handle = 'manni'`)}`],
  by: ['manni'],
  async take(town) {
    await press(town, { as: 'manni', page: '/konto/loeschen', keys: ['check', 'erase'] })
  },
  ends: true,
}

/** One moderator proposes a pause of an account, another one confirms it. */
const pausedAccount: Taking = {
  name: 'an account is paused',
  from: 'renate',
  topics: () => [],
  by: ['gudrun', 'dieter'],
  async take(town) {
    const id = idOf(
      town,
      `select measure.id from measure join account on account.id = "affectedId"
       where kind = 'pause_account' and handle = 'renate' order by measure.at desc`,
    )
    await press(town, {
      as: 'gudrun',
      page: `/moderation/faelle/pausen/${id}`,
      keys: ['confirm/check', 'confirm/do'],
    })
  },
  left: (person) => ({ ...person, paused: true }),
}

export const takings: readonly Taking[] = [
  hiddenIdea,
  closedItem,
  closedVote,
  // Before the moderators lose theirs.
  pausedAccount,
  releasedModerator,
  endSeat('jonas', 'runder-tisch', (town) => [
    `meeting-inside:${running(town)}`,
    `agendaItem:${insideItem(town)}`,
    `poll:${closedPoll(town, 'round-table')}`,
  ]),
  endSeat('kornfeld', 'ag-standards', (town) => [
    `workshop:${hiddenStandard(town)}`,
    `standard:${hiddenStandard(town)}`,
  ]),
  endSeat('berghoff', 'runder-tisch', (town) => [
    `meeting-lead:${running(town)}`,
    `standard:${hiddenStandard(town)}`,
  ]),
  releasedByCouncil,
  erasedAccount,
]
