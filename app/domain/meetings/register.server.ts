// Reads the register of what was resolved, and the tasks that follow: who has them, until when, whether they are done.
import { fromJson } from '#db/columns.ts'
import { may } from '../policy.ts'
import type { Outcome } from '../polls/outcome.ts'
import type { Ask } from '../query.server.ts'
import { itemSubject } from './items.server.ts'
import type { OutcomeWord } from './outcome.server.ts'

export interface RegisteredResolution {
  readonly id: string
  readonly number: number
  readonly kind: 'mood' | 'recommendation' | 'resolution'
  readonly text: string
  readonly outcome: OutcomeWord
  readonly figures: { readonly yes: number; readonly no: number; readonly abstain: number } | null
  readonly at: string
  readonly reviewOn: string | null
  readonly meeting: { readonly number: number; readonly title: string }
  readonly item: number
  readonly ideaNumber: number | null
  readonly pollNumber: number | null
  readonly itemId: string
  /** The slug of the body that resolved it. */
  readonly body: string
  readonly tasks: readonly RegisteredTask[]
  readonly mayReview: boolean
}

export interface RegisteredTask {
  readonly id: string
  readonly text: string
  readonly owner: string
  readonly dueOn: string
  readonly doneAt: string | null
  readonly doneNote: string | null
  readonly mayFinish: boolean
}

/** The newest first; what belongs to an item one may not read does not stand here. */
export async function listResolutions(
  ask: Ask,
  of: { readonly meetingId?: string; readonly bodyId?: string },
): Promise<readonly RegisteredResolution[]> {
  const rows = await ask.db
    .selectFrom('resolution')
    .innerJoin('agendaItem', 'agendaItem.id', 'resolution.itemId')
    .innerJoin('meeting', 'meeting.id', 'resolution.meetingId')
    .innerJoin('body', 'body.id', 'resolution.bodyId')
    .leftJoin('idea', 'idea.id', 'resolution.ideaId')
    .leftJoin('poll', 'poll.id', 'resolution.pollId')
    .selectAll('resolution')
    .select(['agendaItem.audience', 'agendaItem.publicNumber', 'meeting.number as meetingNumber'])
    .select(['meeting.title as meetingTitle', 'idea.number as ideaNumber', 'poll.number as pollNumber'])
    .select(['body.slug as body'])
    .$if(of.meetingId !== undefined, (q) => q.where('resolution.meetingId', '=', of.meetingId ?? ''))
    .$if(of.bodyId !== undefined, (q) => q.where('resolution.bodyId', '=', of.bodyId ?? ''))
    .orderBy('resolution.at', 'desc')
    .execute()
  const readable = rows.filter((row) =>
    may(
      ask.actor,
      'agendaItem.read',
      itemSubject({ id: row.itemId, audience: row.audience as 'public' | 'inside' }, row),
    ),
  )
  const tasks = await tasksOf(
    ask,
    readable.map(({ itemId }) => itemId),
  )
  return readable.map((row) => {
    const outcome = fromJson<Outcome>(row.result)
    return {
      id: row.id,
      number: Number(row.number),
      kind: row.kind as RegisteredResolution['kind'],
      text: row.text,
      outcome: row.outcome as OutcomeWord,
      figures:
        outcome.kind === 'motion' ? { yes: outcome.yes, no: outcome.no, abstain: outcome.abstain } : null,
      at: row.at,
      reviewOn: row.reviewOn,
      itemId: row.itemId,
      body: row.body,
      mayReview: may(ask.actor, 'minutes.write', {
        kind: 'meeting',
        id: row.meetingId,
        public: true,
        body: row.body,
      }),
      meeting: { number: Number(row.meetingNumber), title: row.meetingTitle },
      item: Number(row.publicNumber),
      ideaNumber: row.ideaNumber === null ? null : Number(row.ideaNumber),
      pollNumber: row.pollNumber === null ? null : Number(row.pollNumber),
      tasks: tasks
        .filter(({ itemId }) => itemId === row.itemId)
        .map((task) => registered(ask, task, row.body)),
    }
  })
}

/** Tasks that were given without a vote: they are in the register all the same. */
export async function listLooseTasks(
  ask: Ask,
): Promise<
  readonly (RegisteredTask & { readonly body: string; readonly item: number; readonly title: string })[]
> {
  const rows = await ask.db
    .selectFrom('task')
    .innerJoin('agendaItem', 'agendaItem.id', 'task.itemId')
    .innerJoin('meeting', 'meeting.id', 'task.meetingId')
    .innerJoin('body', 'body.id', 'meeting.bodyId')
    .select(['task.id', 'task.itemId', 'task.text', 'task.owner', 'task.ownerId', 'task.dueOn'])
    .select(['task.doneAt', 'task.doneNote', 'agendaItem.audience', 'agendaItem.publicNumber', 'body.slug'])
    .select('agendaItem.title')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('resolution')
            .select('resolution.id')
            .whereRef('resolution.itemId', '=', 'task.itemId'),
        ),
      ),
    )
    .orderBy('task.dueOn')
    .execute()
  return rows
    .filter((row) => {
      const item = { id: row.itemId, audience: row.audience as 'public' | 'inside' }
      return may(ask.actor, 'agendaItem.read', itemSubject(item, { body: row.slug }))
    })
    .map(({ audience: _, publicNumber, slug, title, ...task }) => ({
      ...registered(ask, task, slug),
      body: slug,
      item: Number(publicNumber),
      title,
    }))
}

function registered(
  ask: Ask,
  { itemId: _, ownerId, ...task }: Awaited<ReturnType<typeof tasksOf>>[number],
  body: string,
): RegisteredTask {
  const subject = { kind: 'task', id: task.id, ownerId, body } as const
  return { ...task, mayFinish: task.doneAt === null && may(ask.actor, 'task.finish', subject) }
}

async function tasksOf(ask: Ask, itemIds: readonly string[]) {
  if (itemIds.length === 0) return []
  return ask.db
    .selectFrom('task')
    .select(['id', 'itemId', 'text', 'owner', 'ownerId', 'dueOn', 'doneAt', 'doneNote'])
    .where('itemId', 'in', [...new Set(itemIds)])
    .orderBy('dueOn')
    .execute()
}
