// Two ideas become one, and two again: supporters, followers and contributions come along and find their way back.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { addLifelineStep } from '../lifelines.server.ts'
import type { Work } from '../run.server.ts'
import { getIdea, ideaSubject, saveIdea } from './idea.server.ts'
import type { Idea } from './idea.ts'
import { merge, split } from './merge.ts'
import { bringContributions, giveBackContributions } from './merge-talk.server.ts'
import { writeReminders } from './reminders.server.ts'
import { countSupport } from './support.server.ts'

export async function mergeIdea(
  work: Work,
  input: { readonly ideaId: string; readonly intoId: string },
): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  const into = await getIdea(work.tx, input.intoId)
  work.require('idea.merge', ideaSubject(idea))
  work.require('idea.merge', ideaSubject(into))
  await saveIdea(work, merge(idea, into, work.now))
  await bringPeople(work, idea, into)
  await bringContributions(work, idea, into)
  await addLifelineStep(work, `idea:${idea.id}`, 'merged', {
    link: `/ideen/${into.number}`,
    note: into.title,
  })
  await addLifelineStep(work, `idea:${into.id}`, 'took_in', {
    link: `/ideen/${idea.number}`,
    note: idea.title,
  })
  await work.record({ type: 'idea.merged', ideaId: idea.id, intoId: into.id })
}

export async function splitIdea(work: Work, input: { readonly ideaId: string }): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.merge', ideaSubject(idea))
  const apart = split(idea, work.platform.town.rules.splitDays, work.now)
  const into = await finalIdea(work.tx, idea)
  const sources = await withAllMergedInto(work.tx, idea)
  await saveIdea(work, apart)
  await givePeopleBack(work, sources)
  await giveBackContributions(work, idea, into, sources)
  await writeReminders(work, apart)
  await addLifelineStep(work, `idea:${idea.id}`, 'split', { link: `/ideen/${into.number}`, note: into.title })
  await addLifelineStep(work, `idea:${into.id}`, 'gave_back', {
    link: `/ideen/${idea.number}`,
    note: idea.title,
  })
  await work.record({ type: 'idea.split', ideaId: idea.id, fromId: into.id })
}

/** Where a merged idea lives on: at the end of the chain, since what took it in may have been merged as well. */
export async function finalIdea(db: Kysely<Tables>, idea: Idea): Promise<Idea> {
  let last = idea
  for (let hops = 0; last.state === 'merged' && last.mergedIntoId !== null && hops < 20; hops++) {
    last = await getIdea(db, last.mergedIntoId)
  }
  return last
}

/** The idea and all that went into it, so that whole families stay together. */
async function withAllMergedInto(db: Kysely<Tables>, idea: Idea): Promise<readonly Idea[]> {
  const found: Idea[] = [idea]
  for (const parent of found) {
    const rows = await db.selectFrom('idea').select('id').where('mergedIntoId', '=', parent.id).execute()
    for (const row of rows) {
      if (!found.some((known) => known.id === row.id)) found.push(await getIdea(db, row.id))
    }
  }
  return found
}

/** Who had the idea means it too; who had the other one is its author and counts already. */
async function bringPeople(work: Work, idea: Idea, into: Idea): Promise<void> {
  const supporters = await work.tx
    .selectFrom('support')
    .select(['accountId', 'at', 'fromIdeaId'])
    .where('ideaId', '=', idea.id)
    .execute()
  const along = supporters.map((one) => ({ ...one, fromIdeaId: one.fromIdeaId ?? idea.id }))
  if (idea.authorId) along.push({ accountId: idea.authorId, at: idea.receivedAt, fromIdeaId: idea.id })
  for (const one of along) {
    if (one.accountId === into.authorId) continue
    await work.tx
      .insertInto('support')
      .values({ ...one, ideaId: into.id })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await countSupport(work, into.id)
  const followers = await work.tx
    .selectFrom('follow')
    .select(['accountId', 'at', 'fromSubject'])
    .where('subject', '=', `idea:${idea.id}`)
    .execute()
  for (const one of followers) {
    await work.tx
      .insertInto('follow')
      .values({ ...one, subject: `idea:${into.id}`, fromSubject: one.fromSubject ?? `idea:${idea.id}` })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Their own rows stayed where they were; what came along with them goes. */
async function givePeopleBack(work: Work, sources: readonly Idea[]): Promise<void> {
  const ids = sources.map((source) => source.id)
  const taken = await work.tx
    .deleteFrom('support')
    .where('fromIdeaId', 'in', ids)
    .where('ideaId', 'not in', ids)
    .returning('ideaId')
    .execute()
  for (const ideaId of new Set(taken.map((row) => row.ideaId))) await countSupport(work, ideaId)
  const subjects = ids.map((id) => `idea:${id}`)
  await work.tx
    .deleteFrom('follow')
    .where('fromSubject', 'in', subjects)
    .where('subject', 'not in', subjects)
    .execute()
}
