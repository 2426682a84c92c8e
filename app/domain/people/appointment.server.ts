// Who holds a task by name: operators, moderators of a space, staff with a function, responsible roles.
import type { AppointedRole } from '../actor.ts'
import { noteSupport } from '../council/access.server.ts'
import { councilSpace } from '../council/house.ts'
import { queueMailTo } from '../notices/outbox.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { getAccount } from './account.server.ts'
import { secondOperatorMail, taskMail } from './mails.ts'

export interface NewAppointment {
  readonly accountId: string
  readonly role: AppointedRole
  /** The space of a moderator, the function of staff, the slug of a responsible role; 'town' for an operator. */
  readonly scope: string
}

/** Gives a task. Given twice it is held once. */
export async function appoint(work: Work, input: NewAppointment): Promise<void> {
  const account = await getAccount(work.tx, input.accountId)
  work.require('account.appoint', { kind: 'account', id: account.id })
  leaveCouncilAlone(work, input)
  const scope = input.role === 'operator' ? 'town' : input.scope
  const task = await nameOfTask(work, { ...input, scope })
  const held = await work.tx
    .selectFrom('appointment')
    .select('id')
    .where('accountId', '=', account.id)
    .where('role', '=', input.role)
    .where('scope', '=', scope)
    .where('untilAt', 'is', null)
    .executeTakeFirst()
  if (held) return
  await writeAppointment(work, { ...input, scope })
  await noteSupport(work, account.id, `${input.role}: ${scope}`)
  if (work.actor.kind === 'account') {
    const mail =
      input.role === 'operator'
        ? secondOperatorMail(work.actor.name, work.platform.town.name, `${work.platform.baseUrl}/anmelden`)
        : taskMail(task)
    await queueMailTo(work, account.id, { kind: 'task', topic: null, data: mail })
  }
}

/** Writes the appointment inside another deed, which has asked the policy already. */
export async function writeAppointment(
  work: Work,
  { accountId, role, scope }: NewAppointment,
): Promise<void> {
  await work.tx
    .insertInto('appointment')
    .values({
      id: work.newId(),
      accountId,
      role,
      scope,
      fromAt: work.now,
      untilAt: null,
      byId: work.actor.accountId,
    })
    .execute()
  await work.record({ type: 'account.appointed', accountId, role, scope })
}

/** Takes a task back. Somebody always runs the platform. */
export async function release(work: Work, input: { readonly appointmentId: string }): Promise<void> {
  const held = await work.tx
    .selectFrom('appointment')
    .select(['id', 'accountId', 'role', 'scope', 'untilAt'])
    .where('id', '=', input.appointmentId)
    .executeTakeFirst()
  if (!held) throw refuse('not_found')
  work.require('account.appoint', { kind: 'account', id: held.accountId })
  leaveCouncilAlone(work, held)
  if (held.role === 'operator') await keepOneOperator(work, held.accountId)
  const ended = await work.tx
    .updateTable('appointment')
    .set({ untilAt: work.now })
    .where('id', '=', held.id)
    .where('untilAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!ended) throw refuse('already_decided')
  const { accountId, role, scope } = held
  await work.record({ type: 'account.released', accountId, role, scope })
}

/** The Council's moderators are the Council's to give and to take. */
function leaveCouncilAlone(work: Work, task: { readonly role: string; readonly scope: string }): void {
  if (work.actor.kind === 'account' && task.role === 'moderator' && task.scope === councilSpace)
    throw refuse('council_appoints_itself')
}

/** Refuses when this is the only operator. The rows are locked, so two cannot let each other go at once. */
export async function keepOneOperator(work: Work, leavingId: string): Promise<void> {
  const operators = await work.tx
    .selectFrom('appointment')
    .select('accountId')
    .where('role', '=', 'operator')
    .where('untilAt', 'is', null)
    .orderBy('id')
    .$if(work.platform.database.kind === 'postgres', (q) => q.forUpdate())
    .execute()
  const leaves = operators.some((operator) => operator.accountId === leavingId)
  if (leaves && operators.every((operator) => operator.accountId === leavingId)) throw refuse('last_operator')
}

/** Adds a responsible role, or gives it another name; its short name in addresses stays. */
export async function saveResponsibleRole(
  work: Work,
  input: { readonly slug: string; readonly name: string },
): Promise<void> {
  work.require('town.change', { kind: 'town' })
  await work.tx
    .insertInto('responsibleRole')
    .values(input)
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ name: input.name }))
    .execute()
  await work.record({ type: 'town.changed' })
}

async function nameOfTask(work: Work, { role, scope }: NewAppointment): Promise<string> {
  if (role !== 'responsible') return role === 'moderator' ? 'Moderation' : scope
  const known = await work.tx
    .selectFrom('responsibleRole')
    .select('name')
    .where('slug', '=', scope)
    .executeTakeFirst()
  if (!known) throw refuse('not_found')
  return known.name
}
