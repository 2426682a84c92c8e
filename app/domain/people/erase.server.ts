// Erasing an account: no name and no address stays anywhere; conversations and counts stay whole.
import { searchIndexFor } from '#db/search/index.ts'
import { leaveElections } from '../elections/leave.server.ts'
import { leaveMeetings } from '../meetings/leave.server.ts'
import { leaveVotes } from '../polls/leave.server.ts'
import type { Ask } from '../query.server.ts'
import { addJob, prepared, type Work } from '../run.server.ts'
import { leaveStandards } from '../standards/leave.server.ts'
import { getAccount, saveAccount } from './account.server.ts'
import { handleOfErased } from './account.ts'
import { keepOneOperator } from './appointment.server.ts'
import type { TextChoice } from './people.form.ts'
import { endSessionsOf } from './session.server.ts'

/**
 * `remove` empties everything the person wrote, `leave` lets it stand without a name.
 * What was decided or counted with them (support, official answers, measures) stays in both cases.
 */
export async function eraseAccount(work: Work, input: { readonly texts: TextChoice }): Promise<void> {
  const account = await getAccount(work.tx, work.actor.accountId ?? '')
  work.require('account.erase', { kind: 'account', id: account.id })
  await keepOneOperator(work, account.id)
  if (input.texts === 'remove') {
    await emptyIdeas(work, account.id)
    await emptyContributions(work, account.id)
    await work.tx.updateTable('talk').set({ title: '–' }).where('byId', '=', account.id).execute()
    await work.tx.updateTable('appeal').set({ text: '' }).where('byId', '=', account.id).execute()
  }
  await leaveElections(work, account.id, input.texts)
  await leaveVotes(work, account.id)
  await leaveStandards(work, account.id, input.texts)
  await leaveMeetings(work, account.id, input.texts)
  await forget(work, account.id, account.mail)
  await endSessionsOf(work, account.id, { which: 'all' })
  await work.tx.deleteFrom('session').where('accountId', '=', account.id).execute()
  await saveAccount(work, {
    ...account,
    handle: handleOfErased(account.id),
    name: '',
    sortName: '',
    mail: null,
    district: null,
    ageBand: '16+',
    erasedAt: work.now,
  })
  await work.record({ type: 'account.erased', accountId: account.id })
}

/** Everything that is only about the person, or carries a name or an address of theirs. */
async function forget(work: Work, accountId: string, mail: string | null): Promise<void> {
  const { tx, now } = work
  // The code for an address one wanted to move to stands in a mail of no account; other mails to that address are somebody's.
  const wanted = tx.selectFrom('signInCode').select('mail').where('accountId', '=', accountId)
  await tx.deleteFrom('mail').where('kind', '=', 'new-address').where('address', 'in', wanted).execute()
  for (const table of [
    'passkey',
    'creator',
    'creatorObjection',
    'notice',
    'mailWish',
    'reading',
    'follow',
    'signInCode',
    'mail',
  ] as const) {
    await tx.deleteFrom(table).where('accountId', '=', accountId).execute()
  }
  await tx.deleteFrom('sentForm').where('sender', '=', accountId).execute()
  for (const table of ['appointment', 'membership'] as const) {
    await tx
      .updateTable(table)
      .set({ untilAt: now })
      .where('accountId', '=', accountId)
      .where((eb) => eb.or([eb('untilAt', 'is', null), eb('untilAt', '>', now)]))
      .execute()
  }
  const unnamed = { reporterId: null, reporterName: null, reporterMail: null }
  await tx.updateTable('report').set(unnamed).where('reporterId', '=', accountId).execute()
  if (mail === null) return
  await tx.deleteFrom('signInCode').where('mail', '=', mail).execute()
  await tx.deleteFrom('mail').where('address', '=', mail).execute()
  await tx.deleteFrom('seatInvitation').where('mail', '=', mail).execute()
  await tx.updateTable('report').set(unnamed).where('reporterMail', '=', mail).execute()
}

/** An idea keeps its number and its conversation, since others talked there. What was open counts as taken back. */
async function emptyIdeas(work: Work, accountId: string): Promise<void> {
  const ideas = await work.tx
    .selectFrom('idea')
    .select(['id', 'number', 'state', 'pictureId'])
    .where('authorId', '=', accountId)
    .execute()
  for (const idea of ideas) {
    const takenBack = idea.state === 'talk' || idea.state === 'waiting'
    const title = `Idee ${idea.number}`
    await work.tx
      .updateTable('idea')
      .set((eb) => ({
        title,
        text: '',
        html: '',
        district: '',
        pictureId: null,
        closedReason: null,
        version: eb('version', '+', 1),
        ...(takenBack ? { state: 'withdrawn', answerDueAt: null, movedAt: work.now } : {}),
      }))
      .where('id', '=', idea.id)
      .execute()
    await work.tx
      .updateTable('ideaVersion')
      .set({ title, text: '', html: '' })
      .where('ideaId', '=', idea.id)
      .execute()
    if (idea.pictureId !== null) await dropPicture(work, idea.pictureId)
    await searchIndexFor(work.platform.database.kind).remove(work.tx, idea.id)
    await work.record({ type: 'idea.edited', ideaId: idea.id })
  }
}

/** The worker's half: the files go when the rows are gone for sure. */
export const forgetPicture = prepared(
  (platform, input: { readonly pictureId: string }) => platform.forgetPicture(input.pictureId),
  async (): Promise<void> => undefined,
)

/** The file is removed by the worker after the commit. */
async function dropPicture(work: Work, pictureId: string): Promise<void> {
  await work.tx.deleteFrom('picture').where('id', '=', pictureId).execute()
  await addJob(work.tx, work.newId(), {
    kind: 'forget-picture',
    data: { pictureId },
    dueAt: work.now,
    key: `forget-picture:${pictureId}`,
  })
}

async function emptyContributions(work: Work, accountId: string): Promise<void> {
  const contributions = await work.tx
    .selectFrom('contribution')
    .innerJoin('conversation', 'conversation.id', 'contribution.conversationId')
    .select([
      'contribution.id',
      'contribution.conversationId',
      'contribution.deletedAt',
      'conversation.subjectKind',
      'conversation.subjectId',
    ])
    .where('contribution.authorId', '=', accountId)
    .execute()
  for (const { id, conversationId, deletedAt, subjectKind, subjectId } of contributions) {
    await work.tx
      .updateTable('contribution')
      .set((eb) => ({
        text: '',
        html: '',
        deletedAt: deletedAt ?? work.now,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .execute()
    await work.tx
      .updateTable('contributionVersion')
      .set({ text: '', html: '' })
      .where('contributionId', '=', id)
      .execute()
    await searchIndexFor(work.platform.database.kind).remove(work.tx, id)
    if (deletedAt !== null) continue
    await work.record({
      type: 'contribution.deleted',
      contributionId: id,
      conversationId,
      subject: `${subjectKind}:${subjectId}`,
    })
  }
}

/** What a person sees before they decide: how much of theirs there is. */
export async function countOwnTexts(ask: Ask): Promise<{ ideas: number; contributions: number }> {
  const count = async (table: 'idea' | 'contribution') => {
    const { count: found } = await ask.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll().as('count'))
      .where('authorId', '=', ask.actor.accountId)
      .executeTakeFirstOrThrow()
    return Number(found)
  }
  return { ideas: await count('idea'), contributions: await count('contribution') }
}
