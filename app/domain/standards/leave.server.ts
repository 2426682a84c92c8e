// Somebody erases their account: what the table decided and the text that came of it stay, names and contacts go.
import type { TextChoice } from '../people/people.form.ts'
import type { Work } from '../run.server.ts'

/** A declaration names a contact, so it is taken back; an amendment still open is withdrawn where its words go. */
export async function leaveStandards(work: Work, accountId: string, texts: TextChoice): Promise<void> {
  const { tx, now } = work
  await tx
    .updateTable('declaration')
    .set({ contact: '', withdrawnAt: now })
    .where('byId', '=', accountId)
    .where('withdrawnAt', 'is', null)
    .execute()
  await tx.updateTable('declaration').set({ contact: '' }).where('byId', '=', accountId).execute()
  await tx.deleteFrom('sectionTask').where('ownerId', '=', accountId).where('doneAt', 'is', null).execute()
  // What the group wrote together stays the group's; that this person wrote last is forgotten.
  await tx.updateTable('sectionDraft').set({ writerId: null }).where('writerId', '=', accountId).execute()
  if (texts !== 'remove') return
  await tx
    .updateTable('amendment')
    .set((eb) => ({ reason: '', reasonHtml: '', version: eb('version', '+', 1) }))
    .where('authorId', '=', accountId)
    .execute()
  await tx
    .updateTable('amendment')
    .set({ state: 'withdrawn' })
    .where('authorId', '=', accountId)
    .where('state', 'in', ['proposed', 'recommended'])
    .execute()
}
