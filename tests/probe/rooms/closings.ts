// Things that were open to everybody and become closed while a guest reads them, and an account that is erased.
import { press } from '../press.ts'
import type { Person, Taking } from '../room.ts'
import type { Town } from '../town.ts'

export function oneOf<Row>(town: Town, query: string, ...values: readonly string[]): Row {
  const [row] = town.rows<Row>(query, ...values)
  if (!row) throw new Error(`Nothing to take away: ${query} ${values.join(', ')}`)
  return row
}

const idIn = (topic = '') => topic.split(':')[1] ?? ''
const sitsAtTable = ({ seats }: Person) => seats.some(({ body }) => body === 'runder-tisch')

interface IdeaRow {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly text: string
  readonly conversationId: string
  readonly author: string | null
}

const ownIdea = (town: Town) =>
  oneOf<IdeaRow>(
    town,
    `select idea.id, number, title, idea.text, "conversationId", account.handle as author
     from idea left join account on account.id = "authorId"
     where state = 'talk' and "agendaItemId" is null order by number`,
  )

export const hiddenIdea: Taking = {
  name: 'an idea is hidden',
  from: 'guest',
  topics: (town) => [`idea:${ownIdea(town).id}`, `conversation:${ownIdea(town).conversationId}`],
  by: ['gudrun'],
  closes(town) {
    const { id, title, text, author } = ownIdea(town)
    return {
      thing: ['idea', id],
      words: [title, text.slice(0, 60)],
      reads: ({ handle, roles }) => handle === author || roles.includes('moderator'),
    }
  },
  async take(town) {
    await press(town, {
      as: 'gudrun',
      page: `/moderation/massnahme?adresse=/ideen/${ownIdea(town).number}`,
      keys: ['hide/check', 'hide/do'],
      fields: { sentence: 'Die Probe nennt hier einen Grund mit genug Wörtern.' },
    })
  },
  stir: {
    heardBy: 'gudrun',
    async happens(town, [idea]) {
      const { number } = oneOf<IdeaRow>(town, 'select number from idea where id = ?', idIn(idea))
      await press(town, {
        as: 'gudrun',
        page: `/ideen/${number}`,
        keys: ['tag'],
        fields: { goals: '1.1' },
      })
    },
  },
}

interface ItemRow {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly meetingId: string
  readonly conversationId: string
}

const openItem = (town: Town) =>
  oneOf<ItemRow>(
    town,
    `select item.id, item."publicNumber" as number, item.title, "meetingId", "conversationId"
     from "agendaItem" item join meeting on meeting.id = "meetingId"
     where audience = 'public' and meeting.state = 'planned' and "ideaId" is null and "removedAt" is null
     and length(item.title) > 15 order by item."publicNumber" desc`,
  )

/** A public item of the meeting ahead is closed while a guest reads it. */
export const closedItem: Taking = {
  name: 'an agenda item becomes closed',
  from: 'guest',
  topics: (town) => [`agendaItem:${openItem(town).id}`, `conversation:${openItem(town).conversationId}`],
  by: ['federkiel'],
  closes(town) {
    const { id, title, meetingId } = openItem(town)
    return {
      thing: ['agendaItem', id],
      near: [['meeting', meetingId]],
      words: [title],
      reads: sitsAtTable,
    }
  },
  async take(town) {
    const page = `/runder-tisch/punkte/${openItem(town).number}`
    const fields = { text: 'Die Probe sagt hier etwas, solange es alle hören.' }
    await press(town, { as: 'federkiel', page, keys: ['contribute'], fields })
    const edit = { as: 'federkiel', page: `${page}/bearbeiten`, keys: ['save'] }
    await press(town, { ...edit, fields: { audience: 'inside' } })
  },
  stir: {
    heardBy: 'federkiel',
    async happens(town, [, talk]) {
      const { number } = oneOf<ItemRow>(
        town,
        'select "publicNumber" as number from contribution where "conversationId" = ?',
        idIn(talk),
      )
      await press(town, { as: 'federkiel', page: `/beitraege/${number}/aendern`, keys: ['delete'] })
    },
  },
}

interface PollRow {
  readonly id: string
  readonly number: number
  readonly question: string
}

const announced = (town: Town) =>
  oneOf<PollRow>(
    town,
    `select id, number, question from poll
     where state = 'announced' and space = 'round-table' and electorate = 'body' order by number`,
  )

/** An announced vote becomes one that only its own house may know of. */
export const closedVote: Taking = {
  name: 'an announced vote becomes closed',
  from: 'guest',
  topics: (town) => [`poll:${announced(town).id}`],
  by: ['berghoff'],
  closes(town) {
    const { id, question } = announced(town)
    return { thing: ['poll', id], words: [question], reads: sitsAtTable }
  },
  async take(town) {
    const page = `/abstimmungen/${announced(town).number}/aendern`
    await press(town, { as: 'berghoff', page, keys: [''], fields: { inside: 'on' } })
  },
  stir: {
    heardBy: 'federkiel',
    async happens(town) {
      const page = `/abstimmungen/${announced(town).number}/aendern`
      const fields = { inside: 'on', about: 'Die Probe fragt jetzt ein wenig anders als zuvor.' }
      await press(town, { as: 'berghoff', page, keys: [''], fields })
    },
  },
}

const goes = 'manni'

/** Erased by its owner at one device; the other one is connected. */
export const erasedAccount: Taking = {
  name: 'an account is erased',
  from: goes,
  topics: (town) => [`account:${oneOf<IdeaRow>(town, 'select id from account where handle = ?', goes).id}`],
  by: [goes],
  closes(town) {
    const query = 'select name, mail from account where handle = ?'
    const { name, mail } = oneOf<{ name: string; mail: string }>(town, query, goes)
    const { id } = oneOf<IdeaRow>(
      town,
      `select idea.id from contribution join account on account.id = contribution."authorId"
       join idea on idea."conversationId" = contribution."conversationId"
       where handle = ? and idea.state = 'talk' and "hiddenAt" is null and "deletedAt" is null`,
      goes,
    )
    return { near: [['idea', id]], words: [name, mail], reads: () => false }
  },
  async take(town) {
    await press(town, { as: goes, page: '/konto/loeschen', keys: ['check', 'erase'] })
  },
  ends: true,
}
