// The moderators' desk: reports that come in, and contributions that are hidden.
import { contribute, type NewContribution } from '#app/domain/conversations/contribute.server.ts'
import { kindOfWrite } from './kind.ts'
import { marksIn } from './marks.ts'

export const reports = kindOfWrite({
  name: 'report',
  runsOut: true,
  /** The form is not taken from whoever fills it in faster than a person can: here it was opened a while ago. */
  furnish: async (town) =>
    town.platform.seal('guarded-form', { at: new Date(Date.now() - 60_000).toISOString() }),
  next(busy, mark, state: string) {
    const door = busy.as(busy.pick(busy.people))
    const fields = {
      state,
      address: `${busy.place.baseUrl}/ideen/${busy.pick(busy.ideas).number}`,
      rule: '1',
      reason: `Bitte sehen Sie sich das an. ${mark}`,
      goodFaith: 'on',
      idempotencyKey: mark,
    }
    return { mark, send: () => door.send('/melden', fields) }
  },
  found: async (db) =>
    marksIn(
      (await db.selectFrom('report').select('reason').execute()).map(({ reason }) => ({ text: reason })),
    ),
})

/** Their own contributions, since nobody can answer one that is hidden. */
export const hidings = kindOfWrite({
  name: 'hiding a text',
  async furnish(town, busy) {
    const left: { id: string; publicNumber: number }[] = []
    for (let place = 0; place < busy.contributions.length; place++) {
      const author = busy.pick(busy.people)
      const conversationId = busy.pick(busy.ideas).conversationId
      const text = `Etwas Verletzendes ${place + 1}.`
      const said = { conversationId, parentId: null, move: 'against', text, language: 'de', official: false }
      left.push(await town.does(author.actor, contribute, said as NewContribution))
    }
    return left
  },
  next(busy, mark, left: { id: string; publicNumber: number }[]) {
    const said = left.pop()
    if (!said) return null
    const address = encodeURIComponent(`${busy.place.baseUrl}/beitraege/${said.publicNumber}`)
    const door = busy.as(busy.pick(busy.moderators))
    return {
      mark: `contribution:${said.id}`,
      send: () =>
        door.send(`/moderation/massnahme?adresse=${address}`, {
          intent: 'do',
          what: 'hide',
          version: 1,
          template: 'insult',
          sentence: `Das verletzt jemanden. ${mark}`,
          idempotencyKey: mark,
        }),
    }
  },
  /** Found where there is a measure and the text is hidden; two measures on one text are two. */
  async found(db) {
    const hidden = await db
      .selectFrom('contribution')
      .select('id')
      .where('hiddenAt', 'is not', null)
      .execute()
    const there = new Set(hidden.map(({ id }) => `contribution:${id}`))
    const measures = await db.selectFrom('measure').select('subject').execute()
    return measures.map(({ subject }) => subject).filter((subject) => there.has(subject))
  },
})
