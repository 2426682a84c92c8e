// Rights taken away while their holders are connected: offices, seats and, beside, things that become closed.
import { press } from '../press.ts'
import type { Person, Stir, Taking } from '../room.ts'
import type { Town } from '../town.ts'
import { closedItem, closedVote, erasedAccount, hiddenIdea, oneOf } from './closings.ts'

const operator = 'nadine'

const idOf = (town: Town, query: string, ...values: readonly string[]) =>
  oneOf<{ id: string }>(town, query, ...values).id

function endSeat(from: string, body: string, topics: Taking['topics'], stir: Stir): Taking {
  return {
    name: `a seat in ${body} ends`,
    from,
    topics,
    stir,
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
  stir: {
    heardBy: 'gudrun',
    async happens(town) {
      const { number } = oneOf<{ number: number }>(
        town,
        `select "publicNumber" as number from contribution join account on account.id = "authorId"
         where handle = 'mira' and "hiddenAt" is null and "deletedAt" is null`,
      )
      const page = `/moderation/massnahme?adresse=/beitraege/${number}`
      const fields = { sentence: 'Die Probe nennt hier einen Grund mit genug Wörtern.', days: '3' }
      await press(town, { as: 'gudrun', page, keys: ['pause/check', 'pause/do'], fields })
    },
  },
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

const somebodyNotes: Stir = {
  heardBy: 'federkiel',
  async happens(town) {
    const { number } = oneOf<{ number: number }>(town, `select number from meeting where state = 'running'`)
    const page = `/runder-tisch/sitzungen/${number}/mitschrift`
    await press(town, {
      as: 'federkiel',
      page,
      keys: ['note'],
      fields: { text: 'Die Probe schreibt weiter.' },
    })
  },
}

const somebodyDrafts: Stir = {
  heardBy: 'jonas',
  async happens(town) {
    const { slug } = oneOf<{ slug: string }>(town, 'select slug from standard where "publishedAt" is null')
    const page = `/standards/${slug}/werkstatt`
    await press(town, { as: 'jonas', page, keys: ['add-section'], fields: { title: 'Noch ein Abschnitt' } })
  },
}

export const takings: readonly Taking[] = [
  hiddenIdea,
  closedItem,
  closedVote,
  // Before the moderators lose theirs.
  pausedAccount,
  releasedModerator,
  endSeat(
    'jonas',
    'runder-tisch',
    (town) => [
      `meeting-inside:${running(town)}`,
      `agendaItem:${insideItem(town)}`,
      `poll:${closedPoll(town, 'round-table')}`,
    ],
    somebodyNotes,
  ),
  endSeat(
    'kornfeld',
    'ag-standards',
    (town) => [`workshop:${hiddenStandard(town)}`, `standard:${hiddenStandard(town)}`],
    somebodyDrafts,
  ),
  endSeat(
    'berghoff',
    'runder-tisch',
    (town) => [`meeting-lead:${running(town)}`, `standard:${hiddenStandard(town)}`],
    somebodyDrafts,
  ),
  releasedByCouncil,
  erasedAccount,
]
