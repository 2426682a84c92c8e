// Everything of the Council's house, for the Council to take along: as JSON for machines, and named for people.
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { writeSetting } from './closing.server.ts'
import { readContact } from './contact.server.ts'
import { council, councilSpace } from './house.ts'
import { packElections, packPolls } from './luggage-votes.server.ts'

export type Luggage = Awaited<ReturnType<typeof packLuggage>>

export async function packLuggage(ask: Ask) {
  if (!may(ask.actor, 'council.take-along', council)) throw refuse('not_found')
  return {
    packedAt: ask.now,
    contact: await readContact(ask),
    speakers: await speakers(ask),
    register: await register(ask),
    objections: await ask.db.selectFrom('creatorObjection').selectAll().orderBy('at').execute(),
    moderators: await moderators(ask),
    talks: await talks(ask),
    statements: await statements(ask),
    polls: await packPolls(ask),
    elections: await packElections(ask),
    measures: await ask.db.selectFrom('measure').selectAll().where('space', '=', councilSpace).execute(),
    reports: await reports(ask),
    accesses: await ask.db.selectFrom('councilAccess').selectAll().orderBy('at').execute(),
  }
}

/** Remembered, since nobody closes the house before its things are packed. */
export async function noteTakenAlong(work: Work, _input: null): Promise<void> {
  work.require('council.take-along', council)
  await writeSetting(work, 'council-taken-along', work.now)
  await work.record({ type: 'council.changed' })
}

function speakers(ask: Ask) {
  return ask.db
    .selectFrom('membership')
    .innerJoin('body', 'body.id', 'membership.bodyId')
    .innerJoin('account', 'account.id', 'membership.accountId')
    .select(['account.name', 'membership.function', 'membership.fromAt', 'membership.untilAt'])
    .where('body.slug', '=', council.slug)
    .orderBy('membership.fromAt')
    .execute()
}

function register(ask: Ask) {
  return ask.db
    .selectFrom('creator')
    .innerJoin('account', 'account.id', 'creator.accountId')
    .select(['account.id as accountId', 'account.name', 'branch', 'does', 'declaredAt', 'confirmedAt'])
    .select(['refusedAt', 'refusedReason'])
    .orderBy('account.sortName')
    .execute()
}

function moderators(ask: Ask) {
  return ask.db
    .selectFrom('appointment')
    .innerJoin('account', 'account.id', 'appointment.accountId')
    .select(['account.name', 'fromAt', 'untilAt'])
    .where('role', '=', 'moderator')
    .where('scope', '=', councilSpace)
    .orderBy('fromAt')
    .execute()
}

async function talks(ask: Ask) {
  const all = await ask.db
    .selectFrom('talk')
    .selectAll()
    .where('space', '=', councilSpace)
    .orderBy('number')
    .execute()
  const said = await ask.db
    .selectFrom('contribution')
    .innerJoin('talk', 'talk.conversationId', 'contribution.conversationId')
    .leftJoin('account', 'account.id', 'contribution.authorId')
    .select(['contribution.conversationId', 'contribution.number', 'contribution.rootNumber', 'move', 'text'])
    .select([
      'contribution.html',
      'contribution.language',
      'account.name',
      'postedAt',
      'editedAt',
      'hiddenAt',
    ])
    .where('talk.space', '=', councilSpace)
    .where('contribution.deletedAt', 'is', null)
    .orderBy('contribution.number')
    .execute()
  return all.map((talk) => ({
    ...talk,
    contributions: said.filter((one) => one.conversationId === talk.conversationId),
  }))
}

async function statements(ask: Ask) {
  const all = await ask.db.selectFrom('statement').selectAll().orderBy('createdAt').execute()
  const versions = await ask.db
    .selectFrom('statementVersion')
    .innerJoin('account', 'account.id', 'statementVersion.byId')
    .select([
      'statementId',
      'number',
      'title',
      'text',
      'html',
      'note',
      'account.name as by',
      'at',
      'publishedAt',
    ])
    .orderBy('number')
    .execute()
  return all.map((statement) => ({
    ...statement,
    versions: versions.filter(({ statementId }) => statementId === statement.id),
  }))
}

/** Without who reported: that is told to nobody. */
function reports(ask: Ask) {
  return ask.db
    .selectFrom('report')
    .select(['number', 'subject', 'rule', 'reason', 'at', 'decision', 'decisionText', 'decidedAt'])
    .where('space', '=', councilSpace)
    .orderBy('number')
    .execute()
}
