// Conversations: contributions, replies, reactions, edits, deletions, and how far one has read.
import type { Inhabitant } from '../harness/settle-in.ts'
import { isDone } from '../harness/visitor.ts'
import type { BusyTown, PostedIdea, Said } from './busy-town.ts'
import { kindOfWrite } from './kind.ts'
import { marksIn, pairs } from './marks.ts'

const moves = ['question', 'for', 'against', 'proposal', 'experience'] as const

export const contributions = kindOfWrite({
  name: 'contribution',
  next(busy, mark) {
    const fields = { move: busy.pick(moves), text: `Ein Beitrag. ${mark}`, idempotencyKey: mark }
    const { conversationId } = busy.pick(busy.ideas)
    const door = busy.as(busy.pick(busy.people))
    return { mark, send: () => door.send(`/gespraech/${conversationId}`, fields) }
  },
  found: async (db) =>
    marksIn(
      await db
        .selectFrom('contribution')
        .select('text')
        .where('depth', '=', 0)
        .where('text', 'like', 'Ein Beitrag.%')
        .execute(),
    ),
})

export const replies = kindOfWrite({
  name: 'reply',
  next(busy, mark) {
    const { publicNumber, idea } = busy.pick(busy.contributions)
    const door = busy.as(busy.pick(busy.people))
    return {
      mark,
      send: () =>
        door.send(`/ideen/${idea.number}`, {
          intent: 'contribute',
          move: 'answer',
          parent: publicNumber,
          text: `Eine Antwort. ${mark}`,
          idempotencyKey: mark,
        }),
    }
  },
  found: async (db) =>
    marksIn(await db.selectFrom('contribution').select('text').where('depth', '>', 0).execute()),
})

export const reactions = kindOfWrite({
  name: 'reaction',
  furnish: async (_town, busy) =>
    pairs(busy.contributions, busy.people, (said, person) => said.author !== person),
  next(busy, mark, left: ReturnType<typeof pairs<Said, Inhabitant>>) {
    const pair = left.next()
    if (pair === null) return null
    const [said, person] = pair
    const fields = { intent: 'react', contribution: said.publicNumber, kind: 'connects', wish: 'on' }
    return {
      mark: `${said.id} ${person.accountId}`,
      send: () => busy.as(person).send(`/ideen/${said.idea.number}`, { ...fields, idempotencyKey: mark }),
    }
  },
  found: async (db) =>
    (await db.selectFrom('reaction').select(['contributionId', 'accountId']).execute()).map(
      (row) => `${row.contributionId} ${row.accountId}`,
    ),
})

/** Posts one of its own first, so that each edit is found in a text nobody else touches. */
export const edits = kindOfWrite({
  name: 'edit',
  next(busy, mark) {
    const { conversationId } = busy.pick(busy.ideas)
    const door = busy.as(busy.pick(busy.people))
    let publicNumber = 0
    return {
      mark,
      async send() {
        if (publicNumber === 0) {
          const first = { move: 'for', text: 'Noch nicht ganz fertig.', idempotencyKey: `${mark}-first` }
          const posted = await door.send(`/gespraech/${conversationId}`, first)
          if (!isDone(posted)) return posted
          publicNumber = JSON.parse(posted.text).publicNumber
        }
        return door.send(`/beitraege/${publicNumber}/aendern`, {
          intent: 'edit',
          version: 1,
          text: `Nun ganz fertig. ${mark}`,
          idempotencyKey: mark,
        })
      },
    }
  },
  found: async (db) =>
    marksIn(
      await db.selectFrom('contribution').select('text').where('text', 'like', 'Nun ganz fertig.%').execute(),
    ),
})

export const deletions = kindOfWrite({
  name: 'deletion',
  next(busy, mark) {
    const { conversationId } = busy.pick(busy.ideas)
    const door = busy.as(busy.pick(busy.people))
    let posted: { id: string; publicNumber: number } | null = null
    return {
      mark,
      async send() {
        if (posted === null) {
          const first = { move: 'for', text: 'Nur für den Augenblick.', idempotencyKey: `${mark}-first` }
          const answer = await door.send(`/gespraech/${conversationId}`, first)
          if (!isDone(answer)) return answer
          posted = JSON.parse(answer.text)
        }
        const to = `/beitraege/${posted?.publicNumber}/aendern`
        return door.send(to, { intent: 'delete', idempotencyKey: mark })
      },
    }
  },
  /** The text is gone with it, so the form's key, which is kept for two days, says which one it was. */
  async found(db) {
    const gone = await db.selectFrom('contribution').select('id').where('deletedAt', 'is not', null).execute()
    const kept = new Set(gone.map((row) => row.id))
    const forms = await db
      .selectFrom('sentForm')
      .select(['key', 'outcome'])
      .where('key', 'like', '%z-first')
      .execute()
    return forms.flatMap(({ key, outcome }) =>
      // A form's key is kept behind the address it was sent to.
      kept.has(JSON.parse(outcome).value?.id ?? '')
        ? [(key.split(' ').at(-1) ?? '').replace('-first', '')]
        : [],
    )
  },
})

export const readings = kindOfWrite({
  name: 'how far one has read',
  furnish: async (_town, busy) => pairs(busy.people, busy.ideas, () => true),
  next(busy: BusyTown, mark, left: ReturnType<typeof pairs<Inhabitant, PostedIdea>>) {
    const pair = left.next()
    if (pair === null) return null
    const [person, idea] = pair
    return {
      mark: `${idea.conversationId} ${person.accountId}`,
      send: () =>
        busy.as(person).send(`/ideen/${idea.number}`, { intent: 'mark-read', upTo: 1, idempotencyKey: mark }),
    }
  },
  found: async (db) =>
    (
      await db
        .selectFrom('reading')
        .select(['conversationId', 'accountId'])
        .where('number', '>=', 1)
        .execute()
    ).map((row) => `${row.conversationId} ${row.accountId}`),
})
