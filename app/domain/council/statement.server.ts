// Statements in the database: written by several speakers, one text at a time; the public sees the Council, nobody else.
import type { Kysely } from 'kysely'
import type { StatementTable, Tables } from '#db/tables.ts'
import { isNumber } from '../numbers.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { nextNumber, prepared, type Work } from '../run.server.ts'
import { requireOpen } from './closing.server.ts'
import { council } from './house.ts'
import { publish, revise, type Statement, type StatementState, withdraw } from './statement.ts'

export interface WrittenStatement {
  /** null: a new one. */
  readonly statementId: string | null
  readonly title: string
  readonly text: string
  readonly note: string
  readonly language: string
  /** The version that was read; 0 for a new one. */
  readonly version: number
}

/** Keeps a new draft, or a new version of one; nothing of it is public until somebody publishes it. */
export const writeStatement = prepared(
  async (platform, input: WrittenStatement) => ({ ...input, html: (await platform.render(input.text)).html }),
  async (work: Work, input): Promise<{ statementId: string }> => {
    const known = input.statementId === null ? null : await getStatement(work.tx, input.statementId)
    work.require('council.write-statement', council)
    await requireOpen(work)
    const statement = known ? revise(known, input, work.now) : await begin(work, input)
    if (known) await saveStatement(work, statement)
    await keepVersion(work, statement.id, input)
    await work.record({ type: 'statement.saved', statementId: statement.id })
    return { statementId: statement.id }
  },
)

/** Puts the newest version before the public, under the Council's name. */
export async function publishStatement(
  work: Work,
  input: { readonly statementId: string; readonly version: number },
): Promise<{ number: number }> {
  const statement = await getStatement(work.tx, input.statementId)
  work.require('council.write-statement', council)
  await requireOpen(work)
  const number = statement.number ?? (await nextNumber(work.tx, 'statement'))
  await saveStatement(work, publish(statement, number, input.version, work.now))
  const newest = work.tx
    .selectFrom('statementVersion')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('statementId', '=', statement.id)
  await work.tx
    .updateTable('statementVersion')
    .set({ publishedAt: work.now })
    .where('statementId', '=', statement.id)
    .where('number', '=', newest)
    .where('publishedAt', 'is', null)
    .execute()
  await work.record({ type: 'statement.published', statementId: statement.id })
  return { number }
}

export async function withdrawStatement(
  work: Work,
  input: { readonly statementId: string; readonly reason: string },
): Promise<void> {
  const statement = await getStatement(work.tx, input.statementId)
  work.require('council.write-statement', council)
  await requireOpen(work)
  await saveStatement(work, withdraw(statement, input.reason, work.now))
  await work.record({ type: 'statement.withdrawn', statementId: statement.id })
}

export interface PublicVersion {
  readonly number: number
  readonly title: string
  readonly html: string
  readonly note: string
  readonly publishedAt: string
}

export interface PublicStatement {
  readonly id: string
  readonly number: number
  readonly language: string
  readonly state: StatementState
  readonly publishedAt: string
  readonly withdrawnAt: string | null
  readonly withdrawnReason: string | null
  /** The newest first; who wrote them is nobody's to know. */
  readonly versions: readonly PublicVersion[]
}

export async function listStatements(ask: Ask) {
  const rows = await ask.db
    .selectFrom('statement')
    .innerJoin('statementVersion', 'statementVersion.statementId', 'statement.id')
    .select(['statement.id', 'statement.number', 'statement.state', 'statement.language'])
    .select(['statement.publishedAt', 'statementVersion.title', 'statementVersion.number as version'])
    .where('statement.number', 'is not', null)
    .where('statementVersion.publishedAt', 'is not', null)
    .orderBy('statement.number', 'desc')
    .orderBy('statementVersion.number', 'desc')
    .execute()
  // Several versions of one: the newest speaks for it.
  return rows
    .filter((row, place) => row.id !== rows[place - 1]?.id)
    .map(({ id: _, version: __, ...row }) => ({
      ...row,
      number: row.number ?? 0,
      publishedAt: row.publishedAt ?? '',
    }))
}

export async function getPublicStatement(ask: Ask, number: number): Promise<PublicStatement> {
  const row = isNumber(number)
    ? await ask.db.selectFrom('statement').selectAll().where('number', '=', number).executeTakeFirst()
    : undefined
  if (!row || row.publishedAt === null) throw refuse('not_found')
  const versions = await ask.db
    .selectFrom('statementVersion')
    .select(['number', 'title', 'html', 'note', 'publishedAt'])
    .where('statementId', '=', row.id)
    .where('publishedAt', 'is not', null)
    .orderBy('number', 'desc')
    .execute()
  const { id, language, publishedAt, withdrawnAt, withdrawnReason } = row
  return {
    id,
    number,
    language,
    state: row.state as StatementState,
    publishedAt,
    withdrawnAt,
    withdrawnReason,
    versions: versions.map((version) => ({ ...version, publishedAt: version.publishedAt ?? '' })),
  }
}

/** What the speakers work on, for them alone. */
export async function listDrafts(ask: Ask): Promise<readonly Statement[]> {
  checkDrafts(ask)
  const rows = await ask.db
    .selectFrom('statement')
    .selectAll()
    .where('state', '!=', 'withdrawn')
    .orderBy('changedAt', 'desc')
    .execute()
  return rows.map(asStatement)
}

export interface Draft {
  readonly statement: Statement
  readonly versions: readonly {
    readonly number: number
    readonly by: string
    readonly at: string
    readonly note: string
    readonly publishedAt: string | null
  }[]
}

/** Inside, everybody sees who wrote which version. */
export async function getDraft(ask: Ask, id: string): Promise<Draft> {
  checkDrafts(ask)
  const statement = await getStatement(ask.db, id)
  const versions = await ask.db
    .selectFrom('statementVersion')
    .innerJoin('account', 'account.id', 'statementVersion.byId')
    .select(['statementVersion.number', 'account.name as by', 'statementVersion.at'])
    .select(['statementVersion.note', 'statementVersion.publishedAt'])
    .where('statementId', '=', id)
    .orderBy('statementVersion.number', 'desc')
    .execute()
  return { statement, versions }
}

function checkDrafts(ask: Ask): void {
  if (!may(ask.actor, 'council.write-statement', council)) throw refuse('not_found')
}

async function getStatement(db: Kysely<Tables>, id: string): Promise<Statement> {
  const row = await db.selectFrom('statement').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return asStatement(row)
}

function asStatement(row: StatementTable): Statement {
  return { ...row, state: row.state as StatementState }
}

async function begin(work: Work, { title, text, language }: WrittenStatement): Promise<Statement> {
  const statement: Statement = {
    id: work.newId(),
    number: null,
    title,
    text,
    language,
    state: 'draft',
    createdAt: work.now,
    changedAt: work.now,
    publishedAt: null,
    withdrawnAt: null,
    withdrawnReason: null,
    version: 1,
  }
  await work.tx.insertInto('statement').values(statement).execute()
  return statement
}

async function saveStatement(work: Work, statement: Statement): Promise<void> {
  const { id, version, ...rest } = statement
  const saved = await work.tx
    .updateTable('statement')
    .set({ ...rest, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
}

async function keepVersion(
  work: Work,
  statementId: string,
  { title, text, html, note }: { title: string; text: string; html: string; note: string },
): Promise<void> {
  const latest = await work.tx
    .selectFrom('statementVersion')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('statementId', '=', statementId)
    .executeTakeFirst()
  const number = Number(latest?.number ?? 0) + 1
  const byId = work.actor.accountId ?? ''
  await work.tx
    .insertInto('statementVersion')
    .values({ statementId, number, title, text, html, note, byId, at: work.now, publishedAt: null })
    .execute()
}
