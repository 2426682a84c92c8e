// Mails on their way: written in the transaction of the deed they tell of, sent by the worker, emptied once they are out.
import { fromJson, toJson } from '#db/columns.ts'
import type { Work } from '../run.server.ts'
import { type MailText, type MailTopic, type MailWish, mailWishes, wishByDefault } from './mail.ts'

export interface NewMail {
  readonly kind: string
  readonly address: string
  readonly accountId: string | null
  readonly language: string
  /** How the greeting calls the reader; null greets without a name. */
  readonly name?: string | null
  /** The topic one can turn off; null for mails that secure rights. */
  readonly topic?: MailTopic | null
  readonly data: MailText
}

/** Puts a mail into the outbox. Nothing leaves before the transaction is committed. */
export async function queueMail(work: Work, mail: NewMail): Promise<void> {
  await work.tx
    .insertInto('mail')
    .values({
      id: work.newId(),
      accountId: mail.accountId,
      address: mail.address,
      kind: mail.kind,
      language: mail.language,
      data: toJson({
        text: mail.data,
        name: mail.name ?? null,
        topic: mail.topic ?? null,
      } satisfies KeptMail),
      createdAt: work.now,
      dueAt: work.now,
      attempts: 0,
    })
    .execute()
  await bringForward(work, { address: mail.address, createdAt: work.now, to: work.now })
}

/** Writes to an account, where it has an address and wants such mails at once. */
export async function queueMailTo(
  work: Work,
  accountId: string,
  mail: { readonly kind: string; readonly topic: MailTopic | null; readonly data: MailText },
): Promise<void> {
  const account = await work.tx
    .selectFrom('account')
    .select(['mail', 'name', 'language'])
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (!account?.mail) return
  if (mail.topic !== null && (await wishOf(work, accountId, mail.topic)) !== 'at-once') return
  await queueMail(work, {
    ...mail,
    accountId,
    address: account.mail,
    language: account.language,
    name: account.name,
  })
}

export async function wishOf(work: Pick<Work, 'tx'>, accountId: string, topic: MailTopic): Promise<MailWish> {
  const wishes = await wishesOf(work, [accountId], topic)
  return wishes.get(accountId) ?? wishByDefault[topic]
}

/** What each of a few wishes; who never said so has what is usual. */
export async function wishesOf(
  work: Pick<Work, 'tx'>,
  accountIds: readonly string[],
  topic: MailTopic,
): Promise<ReadonlyMap<string, MailWish>> {
  const wishes = new Map<string, MailWish>(accountIds.map((id) => [id, wishByDefault[topic]]))
  const rows = await work.tx
    .selectFrom('mailWish')
    .select(['accountId', 'wish'])
    .where('accountId', 'in', accountIds)
    .where('kind', '=', topic)
    .execute()
  for (const row of rows) {
    const wish = mailWishes.find((one) => one === row.wish)
    if (wish) wishes.set(row.accountId, wish)
  }
  return wishes
}

interface KeptMail {
  readonly text: MailText
  readonly name: string | null
  readonly topic: MailTopic | null
}

export interface DueMail extends KeptMail {
  readonly id: string
  readonly accountId: string | null
  readonly address: string
  readonly language: string
  readonly attempts: number
}

const claimMinutes = 3

/** Takes the mails that are due, so that no second worker sends them meanwhile. */
export async function claimMails(work: Work, input: { readonly most: number }): Promise<readonly DueMail[]> {
  const due = await work.tx
    .selectFrom('mail')
    .select('id')
    .where('sentAt', 'is', null)
    .where('dueAt', '<=', work.now)
    .where((eb) => eb.or([eb('claimedUntil', 'is', null), eb('claimedUntil', '<', work.now)]))
    .orderBy('createdAt')
    .orderBy('id')
    .limit(input.most)
    .execute()
  if (due.length === 0) return []
  const rows = await work.tx
    .updateTable('mail')
    .set((eb) => ({ claimedUntil: later(work.now, claimMinutes), attempts: eb('attempts', '+', 1) }))
    .where(
      'id',
      'in',
      due.map((row) => row.id),
    )
    .where((eb) => eb.or([eb('claimedUntil', 'is', null), eb('claimedUntil', '<', work.now)]))
    .returning(['id', 'accountId', 'address', 'language', 'attempts', 'data'])
    .execute()
  return rows.map(({ data, ...row }) => ({ ...row, ...fromJson<KeptMail>(data) }))
}

/** It is out: what it said and to whom is not kept. */
export async function markMailSent(work: Work, input: { readonly id: string }): Promise<void> {
  await work.tx
    .updateTable('mail')
    .set({
      sentAt: work.now,
      accountId: null,
      address: '',
      data: '{}',
      claimedUntil: null,
      lastError: null,
    })
    .where('id', '=', input.id)
    .execute()
}

/** The server did not take it: again later, each time a little later, up to six hours. */
export async function markMailFailed(
  work: Work,
  input: { readonly id: string; readonly attempts: number; readonly error: string },
): Promise<void> {
  const dueAt = later(work.now, Math.min(360, 0.25 * 2 ** Math.min(input.attempts, 12)))
  const failed = await work.tx
    .updateTable('mail')
    .set({ claimedUntil: null, lastError: input.error.slice(0, 300), dueAt })
    .where('id', '=', input.id)
    .returning(['address', 'createdAt'])
    .executeTakeFirst()
  if (failed) await bringForward(work, { ...failed, to: dueAt })
}

/**
 * No mail waits longer than a newer one to the same receiver, so that both arrive in their order: of two codes the newer
 * one is read last. An older one that is never taken holds up nothing, it is only tried more often.
 */
async function bringForward(
  work: Work,
  { address, createdAt, to }: { readonly address: string; readonly createdAt: string; readonly to: string },
): Promise<void> {
  await work.tx
    .updateTable('mail')
    .set({ dueAt: to })
    .where('sentAt', 'is', null)
    .where('dueAt', '>', to)
    .where('address', '=', address)
    .where('createdAt', '<=', createdAt)
    .execute()
}

function later(now: string, minutes: number): string {
  return new Date(Date.parse(now) + minutes * 60_000).toISOString()
}
