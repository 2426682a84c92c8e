// Somebody erases their account: what a meeting resolved stays, what they needed and asked for themselves goes.
import type { TextChoice } from '../people/people.form.ts'
import type { Work } from '../run.server.ts'

/** Minutes hold functions and ids, so no signed text changes; a task without its owner shows who is asked instead. */
export async function leaveMeetings(work: Work, accountId: string, texts: TextChoice): Promise<void> {
  const { tx } = work
  await tx.deleteFrom('meetingNeed').where('accountId', '=', accountId).execute()
  await tx.deleteFrom('invitationRead').where('accountId', '=', accountId).execute()
  // What nobody has decided on yet goes with its author.
  await tx
    .deleteFrom('agendaProposal')
    .where('authorId', '=', accountId)
    .where('decision', 'is', null)
    .execute()
  if (texts !== 'remove') return
  await tx.updateTable('agendaProposal').set({ text: '–' }).where('authorId', '=', accountId).execute()
  await tx
    .updateTable('citizenQuestion')
    .set((eb) => ({ text: '–', version: eb('version', '+', 1) }))
    .where('authorId', '=', accountId)
    .execute()
}
