// Ideas: posted by people and by guests, with a picture, supported, followed, taken back.
import { access } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { type Fields, fieldIn, isDone, type Visitor } from '../harness/visitor.ts'
import { kindOfWrite } from './kind.ts'
import { marksIn, pairs } from './marks.ts'

/** Three steps as a browser goes them; only the last one is the write, and it is repeated with the same key. */
export function postingAs(
  door: Visitor,
  mark: string,
  last: Fields = {},
  text = `Worum es geht, steht hier in einem ganzen Satz. ${mark}`,
) {
  let state: string | null = null
  return async () => {
    if (state === null) {
      const check = await door.send('/ideen/neu', {
        intent: 'words',
        title: `Eine Idee ${mark}`,
        text,
        district: 'welper',
        language: 'de',
      })
      if (!isDone(check)) return check
      state = fieldIn(check.text, 'state')
    }
    return door.send('/ideen/neu', { intent: 'send', state, idempotencyKey: mark, ...last })
  }
}

export const ideas = kindOfWrite({
  name: 'idea',
  next: (busy, mark) => ({ mark, send: postingAs(busy.as(busy.pick(busy.people)), mark) }),
  found: async (db) =>
    marksIn(
      await db
        .selectFrom('idea')
        .select('text')
        .where('authorId', 'is not', null)
        .where('pictureId', 'is', null)
        .execute(),
    ),
})

export const guestIdeas = kindOfWrite({
  name: "guest's idea",
  next: (busy, mark) => ({
    mark,
    send: postingAs(busy.as(null), mark, { naming: 'name', name: 'Gast vom Markt' }),
  }),
  found: async (db) =>
    marksIn(await db.selectFrom('idea').select('text').where('authorId', 'is', null).execute()),
})

export const ideasWithPictures = kindOfWrite({
  name: 'idea with a picture',
  furnish: () =>
    sharp({ create: { width: 320, height: 200, channels: 3, background: '#7a4' } })
      .jpeg()
      .toBuffer(),
  next: (busy, mark, bytes: Buffer) => ({
    mark,
    send: postingAs(busy.as(busy.pick(busy.people)), mark, {
      picture: { name: 'platz.jpg', type: 'image/jpeg', bytes },
      alt: 'Der Platz am Morgen',
      rights: 'on',
    }),
  }),
  /** Found where both files lie beside the row. */
  async found(db, place) {
    const rows = await db
      .selectFrom('idea')
      .select(['text', 'pictureId'])
      .where('pictureId', 'is not', null)
      .execute()
    const whole = await Promise.all(
      rows.map(({ pictureId }) =>
        Promise.all(
          [`${pictureId}.webp`, `${pictureId}-small.webp`].map((name) =>
            access(path.join(place.dataDir, 'pictures', name)),
          ),
        ).then(
          () => true,
          () => false,
        ),
      ),
    )
    return marksIn(rows.filter((_, place) => whole[place]))
  },
})

export const supports = kindOfWrite({
  name: 'support',
  furnish: async (_town, busy) => pairs(busy.ideas, busy.people, (idea, person) => idea.author !== person),
  next(
    busy,
    mark,
    left: ReturnType<typeof pairs<(typeof busy.ideas)[number], (typeof busy.people)[number]>>,
  ) {
    const pair = left.next()
    if (pair === null) return null
    const [idea, person] = pair
    return {
      mark: `${idea.ideaId} ${person.accountId}`,
      send: () => busy.as(person).send(`/ideen/${idea.number}`, { intent: 'support', idempotencyKey: mark }),
    }
  },
  found: async (db) =>
    (await db.selectFrom('support').select(['ideaId', 'accountId']).execute()).map(
      (row) => `${row.ideaId} ${row.accountId}`,
    ),
})

export const follows = kindOfWrite({
  name: 'follow',
  furnish: async (_town, busy) => pairs(busy.people, busy.ideas, (person, idea) => idea.author !== person),
  next(
    busy,
    mark,
    left: ReturnType<typeof pairs<(typeof busy.people)[number], (typeof busy.ideas)[number]>>,
  ) {
    const pair = left.next()
    if (pair === null) return null
    const [person, idea] = pair
    return {
      mark: `idea:${idea.ideaId} ${person.accountId}`,
      send: () => busy.as(person).send(`/ideen/${idea.number}`, { intent: 'follow', idempotencyKey: mark }),
    }
  },
  found: async (db) =>
    (await db.selectFrom('follow').select(['subject', 'accountId']).execute()).map(
      (row) => `${row.subject} ${row.accountId}`,
    ),
})

export const withdrawals = kindOfWrite({
  name: 'withdrawal',
  async furnish(town, busy) {
    const waiting: { ideaId: string; number: number; author: (typeof busy.people)[number] }[] = []
    for (let place = 0; place < busy.ideas.length; place++) {
      const author = busy.pick(busy.people)
      waiting.push({ ...(await town.idea(author.actor, `Wird zurückgezogen ${place + 1}`)), author })
    }
    return waiting
  },
  next(busy, mark, waiting: { ideaId: string; number: number; author: (typeof busy.people)[number] }[]) {
    const idea = waiting.pop()
    if (!idea) return null
    return {
      mark: idea.ideaId,
      send: () =>
        busy.as(idea.author).send(`/ideen/${idea.number}`, {
          intent: 'withdraw',
          reason: `Hat sich erledigt. ${mark}`,
          idempotencyKey: mark,
        }),
    }
  },
  /** Found where the state and the life line say it; told twice on the line it is two. */
  async found(db) {
    const rows = await db.selectFrom('idea').select('id').where('state', '=', 'withdrawn').execute()
    const there = new Set(rows.map(({ id }) => `idea:${id}`))
    const steps = await db
      .selectFrom('lifelineStep')
      .select('subject')
      .where('kind', '=', 'withdrawn')
      .execute()
    return steps.flatMap(({ subject }) => (there.has(subject) ? [subject.replace('idea:', '')] : []))
  },
})
