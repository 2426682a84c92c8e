// What checks can hold on to: who is who, what there is and who may see it, and the words nobody else may meet.
import type { RequestHandler } from 'express'
import type { RunningPlatform } from '../platform.ts'
import { guestSecret } from './chance.ts'
import { listAgendaItems, listMeetings, listPapers, listTasks } from './facts/meetings.ts'
import { listPolls } from './facts/polls.ts'
import { listAmendments, listClauses, listSections, listStandards } from './facts/standards.ts'
import { canaries } from './story/canaries.ts'

export function tellTownFacts(platform: RunningPlatform): RequestHandler {
  return (_request, response, next) => {
    townFacts(platform).then((facts) => response.json(facts), next)
  }
}

export async function townFacts({ database: { read: db }, now }: Pick<RunningPlatform, 'database' | 'now'>) {
  const handles = new Map<string | null, string>()
  const accounts = await listAccounts(db, now())
  for (const { id, handle } of accounts) handles.set(id, handle)
  const by = (id: string | null) => handles.get(id) ?? null
  return {
    demo: true,
    accounts: accounts.map(({ id: _, ...account }) => account),
    things: {
      idea: sorted(await listIdeas(db, by)),
      contribution: sorted(await listContributions(db, by)),
      report: sorted(await listReports(db, by)),
      measure: sorted(await listMeasures(db, by)),
      poll: sorted(await listPolls(db, handles, now())),
      meeting: sorted(await listMeetings(db)),
      agendaItem: sorted(await listAgendaItems(db)),
      paper: sorted(await listPapers(db)),
      task: sorted(await listTasks(db, by)),
      standard: sorted(await listStandards(db)),
      section: sorted(await listSections(db)),
      clause: sorted(await listClauses(db)),
      amendment: sorted(await listAmendments(db, by)),
    },
    conversations: await db
      .selectFrom('conversation')
      .innerJoin('idea', 'idea.conversationId', 'conversation.id')
      .select([
        'conversation.id',
        'idea.number as idea',
        'conversation.state',
        'contributionCount as contributions',
      ])
      .orderBy('idea.number')
      .execute(),
    canaries,
  }
}

type Db = RunningPlatform['database']['read']
type Handle = (id: string | null) => string | null

async function listAccounts(db: Db, now: string) {
  const accounts = await db
    .selectFrom('account')
    .leftJoin('creator', 'creator.accountId', 'account.id')
    .select([
      'account.id',
      'handle',
      'name',
      'language',
      'ageBand',
      'creator.declaredAt',
      'creator.confirmedAt',
    ])
    .where('erasedAt', 'is', null)
    .orderBy('handle')
    .execute()
  const appointments = await db
    .selectFrom('appointment')
    .select(['accountId', 'role', 'scope'])
    .where('untilAt', 'is', null)
    .execute()
  const seats = await db
    .selectFrom('membership')
    .innerJoin('body', 'body.id', 'membership.bodyId')
    .leftJoin('bench', 'bench.id', 'membership.benchId')
    .select(['accountId', 'body.slug as body', 'function', 'bench.slug as bench'])
    .where('fromAt', '<=', now)
    .where((eb) => eb.or([eb('untilAt', 'is', null), eb('untilAt', '>', now)]))
    .execute()
  return accounts.map(({ declaredAt, confirmedAt, ...account }) => {
    const tasks = appointments.filter(({ accountId }) => accountId === account.id)
    const held = seats.filter(({ accountId }) => accountId === account.id)
    const roles = new Set([
      'citizen',
      // The Council's moderators look after its own house and after nothing of the town's.
      ...tasks.map(({ role, scope }) => (scope === 'council' ? `council-${role}` : role)),
      ...held.map((seat) => seat.function),
      ...(confirmedAt ? ['creator'] : declaredAt ? ['creator-waiting'] : []),
    ])
    return {
      ...account,
      roles: [...roles],
      appointments: tasks.map(({ role, scope }) => ({ role, scope })),
      seats: held.map(({ body, function: as, bench }) => ({ body, function: as, bench })),
    }
  })
}

async function listIdeas(db: Db, by: Handle) {
  const rows = await db
    .selectFrom('idea')
    .leftJoin('idea as into', 'into.id', 'idea.mergedIntoId')
    .select(['idea.id', 'idea.number', 'idea.state', 'idea.authorId', 'idea.conversationId'])
    .select(['idea.responsible', 'idea.answerDueAt', 'idea.secretHash', 'into.number as mergedInto'])
    .orderBy('idea.number')
    .execute()
  const closed = ['waiting', 'hidden', 'refused', 'withdrawn', 'merged']
  return rows.map(({ authorId, secretHash, ...idea }) => ({
    visibility: closed.includes(idea.state) ? idea.state : 'public',
    ...idea,
    author: by(authorId),
    address: `/ideen/${idea.number}`,
    ...(secretHash === null ? {} : { secretWord: guestSecret(idea.number) }),
  }))
}

async function listContributions(db: Db, by: Handle) {
  const rows = await db
    .selectFrom('contribution')
    .innerJoin('idea', 'idea.conversationId', 'contribution.conversationId')
    .select(['contribution.id', 'contribution.publicNumber', 'contribution.number', 'idea.number as idea'])
    .select([
      'contribution.authorId',
      'contribution.hiddenAt',
      'contribution.deletedAt',
      'contribution.editedAt',
    ])
    .select(['contribution.move', 'contribution.parentId', 'contribution.language'])
    .orderBy('contribution.publicNumber')
    .execute()
  return rows.map(({ authorId, hiddenAt, deletedAt, editedAt, ...contribution }) => ({
    visibility: deletedAt !== null ? 'deleted' : hiddenAt !== null ? 'hidden' : 'public',
    ...contribution,
    author: by(authorId),
    edited: editedAt !== null,
    address: `/beitraege/${contribution.publicNumber}`,
  }))
}

async function listReports(db: Db, by: Handle) {
  const rows = await db
    .selectFrom('report')
    .select(['id', 'number', 'subject', 'rule', 'reporterId', 'decision'])
    .orderBy('number')
    .execute()
  return rows.map(({ reporterId, decision, ...report }) => ({
    visibility: decision === null ? 'open' : 'decided',
    ...report,
    by: by(reporterId),
    address: `/moderation/faelle/meldungen/${report.number}`,
  }))
}

async function listMeasures(db: Db, by: Handle) {
  const rows = await db
    .selectFrom('measure')
    .leftJoin('appeal', 'appeal.measureId', 'measure.id')
    .select(['measure.id', 'measure.subject', 'measure.kind', 'measure.rule', 'measure.affectedId'])
    .select(['measure.byId', 'measure.liftedAt', 'appeal.outcome'])
    .orderBy('measure.at')
    .execute()
  return rows.map(({ affectedId, byId, liftedAt, ...measure }) => ({
    visibility: liftedAt === null ? 'in-force' : 'lifted',
    ...measure,
    affected: by(affectedId),
    by: by(byId),
    address: `/konto/massnahmen/${measure.id}`,
  }))
}

/** By visibility, so that a check finds a hidden thing without searching. */
function sorted<T extends { readonly visibility: string }>(things: readonly T[]): Record<string, T[]> {
  return things.reduce<Record<string, T[]>>((sorting, thing) => {
    sorting[thing.visibility] = [...(sorting[thing.visibility] ?? []), thing]
    return sorting
  }, {})
}
