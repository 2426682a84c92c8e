// Support and following. Both may be said twice without harm; the number of supporters is counted, never added up.
import type { Work } from '../run.server.ts'
import { follow, getIdea, ideaSubject } from './idea.server.ts'
import { checkSupportable } from './idea.ts'

export async function supportIdea(work: Work, input: { readonly ideaId: string }): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.support', ideaSubject(idea))
  work.require('idea.read', ideaSubject(idea))
  const accountId = work.actor.accountId ?? ''
  checkSupportable(idea, accountId)
  const added = await work.tx
    .insertInto('support')
    .values({ ideaId: idea.id, accountId, at: work.now, fromIdeaId: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('accountId')
    .executeTakeFirst()
  if (!added) return
  await countSupport(work, idea.id)
  await follow(work, accountId, idea.id)
  await work.record({ type: 'idea.supported', ideaId: idea.id })
}

export async function unsupportIdea(work: Work, input: { readonly ideaId: string }): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.support', ideaSubject(idea))
  const taken = await work.tx
    .deleteFrom('support')
    .where('ideaId', '=', idea.id)
    .where('accountId', '=', work.actor.accountId ?? '')
    .returning('accountId')
    .executeTakeFirst()
  if (!taken) return
  await countSupport(work, idea.id)
  await work.record({ type: 'idea.unsupported', ideaId: idea.id })
}

export async function followIdea(work: Work, input: { readonly ideaId: string }): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.follow', ideaSubject(idea))
  work.require('idea.read', ideaSubject(idea))
  await follow(work, work.actor.accountId ?? '', idea.id)
  await work.record({ type: 'idea.followed', ideaId: idea.id })
}

export async function unfollowIdea(work: Work, input: { readonly ideaId: string }): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.follow', ideaSubject(idea))
  await work.tx
    .deleteFrom('follow')
    .where('subject', '=', `idea:${idea.id}`)
    .where('accountId', '=', work.actor.accountId ?? '')
    .execute()
  await work.record({ type: 'idea.unfollowed', ideaId: idea.id })
}

/**
 * The number in the row is what lists are sorted by. Counted anew, and one after the other: whoever counts while another
 * has not committed would not see that one's support.
 */
export async function countSupport(work: Work, ideaId: string): Promise<void> {
  await work.tx
    .selectFrom('idea')
    .select('id')
    .where('id', '=', ideaId)
    .$if(work.platform.database.kind === 'postgres', (q) => q.forNoKeyUpdate())
    .executeTakeFirst()
  await work.tx
    .updateTable('idea')
    .set((eb) => ({
      supportCount: eb
        .selectFrom('support')
        .select((count) => count.fn.countAll<number>().as('count'))
        .where('support.ideaId', '=', ideaId),
    }))
    .where('id', '=', ideaId)
    .execute()
}
