// The only way to write: one transaction, one policy, one event log, and news only after the commit.
import { type Kysely, sql, type Transaction } from 'kysely'
import { fromJson, toJson } from '#db/columns.ts'
import { isBusy, isDatabaseAway, isStorageFull } from '#db/errors.ts'
import type { Tables } from '#db/tables.ts'
import type { Actor } from './actor.ts'
import { type Event, topicsOf } from './events.ts'
import type { News, Platform } from './platform.ts'
import { type Action, may, readingOf, type Subject } from './policy.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'

/** All a command can reach: its transaction, who acts, what time it is, and the two books it must sign. */
export interface Work {
  readonly tx: Transaction<Tables>
  readonly actor: Actor
  readonly now: string
  readonly platform: Pick<Platform, 'town' | 'baseUrl' | 'database' | 'ballotKeys'>
  newId(): string
  /** Who: throws 'not_found' for what one may not even know of, else 'not_allowed'. */
  require(action: Action, subject: Subject): void
  /** Writes the event, its topics and one job that follows it up. */
  record(event: Event): Promise<number>
}

export type Deed<I, O> = (work: Work, input: I) => Promise<O>

/** A command that needs something slow first: a text rendered, a picture read, a secret hashed. */
export interface PreparedDeed<I, P, O> {
  readonly prepare: (platform: Platform, input: I, actor: Actor) => Promise<P>
  readonly deed: Deed<P, O>
}

export type Command<I, O> = Deed<I, O> | PreparedDeed<I, never, O>

/** Names what a command needs prepared beside its function, so that no caller can forget it. */
export function prepared<I, P, O>(
  prepare: (platform: Platform, input: I, actor: Actor) => Promise<P>,
  deed: Deed<P, O>,
): Command<I, O> {
  return { prepare, deed } as unknown as PreparedDeed<I, never, O>
}

export type Outcome<O> =
  | { readonly ok: true; readonly value: O }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Runs a command. `formKey` is the key a form was given when it was shown: the same form sent twice counts once
 * and is answered with the first outcome.
 */
export async function run<I, O>(
  platform: Platform,
  actor: Actor,
  command: Command<I, O>,
  input: I,
  formKey: string | null = null,
): Promise<Outcome<O>> {
  try {
    const deed = typeof command === 'function' ? command : (command.deed as Deed<unknown, O>)
    const ready = typeof command === 'function' ? input : await command.prepare(platform, input, actor)
    const { value, news } = await patiently(() => inTransaction(platform, actor, deed, ready as I, formKey))
    if (news.length > 0) platform.announce(news)
    return { ok: true, value }
  } catch (error) {
    if (isRefusal(error)) return { ok: false, refusal: error }
    if (isStorageFull(error)) return { ok: false, refusal: refuse('storage_full') }
    // Whether it was stored is not known now; the same form sent again counts once either way.
    if (isDatabaseAway(error) || isBusy(error)) return { ok: false, refusal: refuse('database_away') }
    throw error
  }
}

async function inTransaction<I, O>(
  platform: Platform,
  actor: Actor,
  deed: Deed<I, O>,
  input: I,
  formKey: string | null,
): Promise<{ value: O; news: readonly News[] }> {
  const news: News[] = []
  let asked = false
  const value = await platform.database.inTransaction(async (tx) => {
    const now = platform.now()
    const sender = senderOf(actor)
    if (formKey !== null) {
      const earlier = await claimForm(tx, sender, formKey, now)
      if (earlier !== null) return fromJson<{ value: O }>(earlier).value
    }
    const work: Work = {
      tx,
      actor,
      now,
      platform,
      newId: platform.newId,
      require(action, subject) {
        asked = true
        if (may(actor, action, subject)) return
        // Whoever tries doors shall be seen by those who run the house; names and words stay out of the log.
        platform.log('info', 'Somebody may not.', { action, account: actor.accountId, of: subject.kind })
        if (actor.pausedUntil !== null) throw refuse('account_paused', { until: actor.pausedUntil })
        if ('public' in subject && !may(actor, readingOf(subject), subject)) throw refuse('not_found')
        throw refuse(actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
      },
      async record(event) {
        const number = await writeEvent(tx, actor, now, event, platform)
        news.push({ number, event, topics: topicsOf(event) })
        return number
      },
    }
    const result = await deed(work, input)
    if (news.length > 0 && !asked)
      throw new Error(`An event was recorded and nobody was asked: ${news[0]?.event.type}`)
    if (formKey !== null) {
      await tx
        .updateTable('sentForm')
        .set({ outcome: toJson({ value: result ?? null }) })
        .where('sender', '=', sender)
        .where('key', '=', formKey)
        .execute()
    }
    return result
  })
  return { value, news }
}

/** Whether this very form was done already: what it was about may be gone by now. */
export async function wasDone(db: Kysely<Tables>, actor: Actor, formKey: string): Promise<boolean> {
  const row = await db
    .selectFrom('sentForm')
    .select('key')
    .where('sender', '=', senderOf(actor))
    .where('key', '=', formKey)
    .executeTakeFirst()
  return row !== undefined
}

function senderOf(actor: Actor): string {
  return actor.accountId ?? actor.kind
}

/** Takes the form's key; gives the earlier outcome where the same form arrived before. */
async function claimForm(
  tx: Transaction<Tables>,
  sender: string,
  key: string,
  at: string,
): Promise<string | null> {
  const claimed = await tx
    .insertInto('sentForm')
    .values({ sender, key, outcome: toJson({ value: null }), at })
    .onConflict((conflict) => conflict.columns(['sender', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) return null
  const earlier = await tx
    .selectFrom('sentForm')
    .select('outcome')
    .where('sender', '=', sender)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return earlier.outcome
}

/** The event's number comes from a counter row, so that numbers appear in the order of commits on PostgreSQL too. */
async function writeEvent(
  tx: Transaction<Tables>,
  actor: Actor,
  now: string,
  event: Event,
  platform: Pick<Platform, 'newId' | 'database'>,
): Promise<number> {
  const number = await nextNumber(tx, 'event')
  const { type, ...data } = event
  await tx
    .insertInto('event')
    .values({ number, type, actorId: actor.accountId, at: now, data: toJson(data) })
    .execute()
  const topics = topicsOf(event)
  if (topics.length > 0) {
    await tx
      .insertInto('eventTopic')
      .values(topics.map((topic) => ({ topic, eventNumber: number })))
      .execute()
  }
  await addJob(tx, platform.newId(), { kind: 'follow-up', data: { event: number }, dueAt: now, key: null })
  if (platform.database.kind === 'postgres') {
    await sql`select pg_notify('stimmtisch_event', ${String(number)})`.execute(tx)
  }
  return number
}

/** The next number of a row of numbers without gaps ('idea', 'contribution', 'event', …). */
export async function nextNumber(tx: Transaction<Tables>, name: string): Promise<number> {
  const row = await tx
    .insertInto('counter')
    .values({ name, value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ value: eb('counter.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return Number(row.value)
}

export interface NewJob {
  readonly kind: string
  readonly data: unknown
  readonly dueAt: string
  readonly key: string | null
}

/** A thing to do later, remembered with the deed that asks for it. The same key twice is one job. */
export async function addJob(tx: Transaction<Tables>, id: string, job: NewJob): Promise<void> {
  await addJobs(tx, [{ id, ...job }])
}

/** The same for as many as go into one statement, each with a key of its own. */
export async function addJobs(
  tx: Transaction<Tables>,
  jobs: readonly (NewJob & { readonly id: string })[],
): Promise<void> {
  if (jobs.length === 0) return
  await tx
    .insertInto('job')
    .values(jobs.map((job) => ({ ...job, data: toJson(job.data), attempts: 0 })))
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({
        data: eb.ref('excluded.data'),
        dueAt: eb.ref('excluded.dueAt'),
        doneAt: null,
      })),
    )
    .execute()
}

/** Another process may hold the lock for a while: wait without stalling everybody else, then give up honestly. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error) || tries >= 60) throw error
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 130))
    }
  }
}
