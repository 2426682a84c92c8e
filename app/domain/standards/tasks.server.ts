// Who owes what in the drafting group: tasks of a section, with an owner and a day.
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { getSection } from './clause.server.ts'
import { planTaskReminders } from './planned.server.ts'
import { getStandard, standardSubject } from './standard.server.ts'

export interface ReadTask {
  readonly id: string
  readonly sectionId: string
  readonly what: string
  readonly owner: string
  readonly dueOn: string
  readonly doneAt: string | null
}

/** Given to somebody of the drafting group. */
export async function giveTask(
  work: Work,
  input: {
    readonly sectionId: string
    readonly what: string
    readonly ownerId: string
    readonly dueOn: string
  },
): Promise<{ id: string }> {
  const section = await getSection(work.tx, input.sectionId)
  const standard = await getStandard(work.tx, section.standardId)
  work.require('standard.draft', standardSubject(standard))
  if (!(await draftersOf(work.tx, standard.bodySlug, work.now)).some(({ id }) => id === input.ownerId)) {
    throw refuse('not_found')
  }
  const id = work.newId()
  await work.tx
    .insertInto('sectionTask')
    .values({
      id,
      sectionId: section.id,
      what: input.what,
      ownerId: input.ownerId,
      dueOn: input.dueOn,
      doneAt: null,
    })
    .execute()
  await planTaskReminders(work, { id, dueOn: input.dueOn })
  await work.record({ type: 'task.given', standardId: standard.id, taskId: id })
  return { id }
}

export async function finishTask(work: Work, input: { readonly taskId: string }): Promise<void> {
  const task = await work.tx
    .selectFrom('sectionTask')
    .selectAll()
    .where('id', '=', input.taskId)
    .executeTakeFirst()
  if (!task) throw refuse('not_found')
  const section = await getSection(work.tx, task.sectionId)
  const standard = await getStandard(work.tx, section.standardId)
  work.require('standard.draft', standardSubject(standard))
  if (task.doneAt !== null) return
  await work.tx.updateTable('sectionTask').set({ doneAt: work.now }).where('id', '=', task.id).execute()
  await work.record({ type: 'task.done', standardId: standard.id, taskId: task.id })
}

/** Tasks of a standard, the open ones first, the one due soonest on top. Ask for `standard.draft` first. */
export async function listTasks(ask: Pick<Ask, 'db'>, standardId: string): Promise<readonly ReadTask[]> {
  const rows = await ask.db
    .selectFrom('sectionTask')
    .innerJoin('section', 'section.id', 'sectionTask.sectionId')
    .innerJoin('account', 'account.id', 'sectionTask.ownerId')
    .select(['sectionTask.id', 'sectionTask.sectionId', 'sectionTask.what', 'sectionTask.dueOn'])
    .select(['sectionTask.doneAt', 'account.name as owner'])
    .where('section.standardId', '=', standardId)
    .orderBy('sectionTask.dueOn')
    .orderBy('sectionTask.id')
    .execute()
  return [...rows.filter(({ doneAt }) => doneAt === null), ...rows.filter(({ doneAt }) => doneAt !== null)]
}

/** Who sits in the drafting group today. */
export async function draftersOf(
  db: Ask['db'],
  bodySlug: string,
  now: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return db
    .selectFrom('membership')
    .innerJoin('body', 'body.id', 'membership.bodyId')
    .innerJoin('account', 'account.id', 'membership.accountId')
    .select(['account.id', 'account.name'])
    .where('body.slug', '=', bodySlug)
    .where('membership.fromAt', '<=', now)
    .where((eb) => eb.or([eb('membership.untilAt', 'is', null), eb('membership.untilAt', '>', now)]))
    .orderBy('account.sortName')
    .execute()
}
