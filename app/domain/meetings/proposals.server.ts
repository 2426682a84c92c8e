// Items that are proposed for a meeting's agenda: whoever prepares it takes them up, or says why not.
import { fromJson, toJson } from '#db/columns.ts'
import { getIdea, ideaSubject } from '../ideas/idea.server.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { putItem } from './agenda.server.ts'
import { putIdeaOnAgenda } from './agenda-ideas.server.ts'
import { type BodyMeeting, getMeeting, meetingSubject } from './meeting.server.ts'
import { checkAhead } from './meeting.ts'
import { checkProposer } from './proposals.ts'
import { rulesOf } from './rules.server.ts'

export interface NewProposal {
  readonly meetingId: string
  readonly title: string
  readonly text: string
  readonly goals: readonly string[]
  readonly noGoalReason: string
  /** The number of the idea it is about; null for none. */
  readonly idea: number | null
  readonly broughtBy: string
}

export async function proposeItem(work: Work, input: NewProposal): Promise<{ proposalId: string }> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  work.require('agenda.propose', meetingSubject(meeting))
  const { rules } = await rulesOf(work.tx, meeting.bodyId)
  checkProposer(rules.proposers, work.actor, meeting.body)
  checkAhead(meeting)
  if (input.goals.length === 0 && input.noGoalReason === '' && input.idea === null)
    throw refuse('item_needs_goal')
  const idea = input.idea === null ? null : await ideaFor(work, input.idea)
  const id = work.newId()
  await work.tx
    .insertInto('agendaProposal')
    .values({
      id,
      meetingId: meeting.id,
      authorId: work.actor.accountId,
      broughtBy: input.broughtBy,
      title: input.title,
      text: input.text,
      goals: toJson(input.goals),
      noGoalReason: input.noGoalReason,
      ideaId: idea?.id ?? null,
      at: work.now,
      decision: null,
      reply: '',
      decidedAt: null,
      itemId: null,
      version: 1,
    })
    .execute()
  await work.record({ type: 'agenda.proposed', meetingId: meeting.id, proposalId: id })
  return { proposalId: id }
}

interface Decision {
  readonly proposalId: string
  readonly decision: 'accepted' | 'declined'
  /** Why not; a word of thanks where it was taken up. */
  readonly reply: string
}

/** Taken up, it is an item like any other, and an idea in it is linked; its author hears of it either way. */
export const decideProposal = prepared(
  async (platform, input: Decision) => {
    const row = await platform.database.read
      .selectFrom('agendaProposal')
      .select('text')
      .where('id', '=', input.proposalId)
      .executeTakeFirst()
    return { ...input, ...(await platform.render(row?.text ?? '')) }
  },
  async (work: Work, input): Promise<{ itemId: string | null }> => {
    const proposal = await getProposal(work, input.proposalId)
    const meeting = await getMeeting(work.tx, proposal.meetingId)
    work.require('meeting.plan', meetingSubject(meeting))
    if (proposal.decision !== null) throw refuse('already_decided')
    if (input.decision === 'declined' && input.reply === '') throw refuse('decline_needs_reason')
    checkAhead(meeting)
    const itemId =
      input.decision === 'declined'
        ? null
        : proposal.ideaId === null
          ? (
              await putItem(work, meeting, {
                title: proposal.title,
                kind: 'consultation',
                audience: 'public',
                minutes: 15,
                text: proposal.text,
                html: input.html,
                sanitiser: input.sanitiser,
                goals: fromJson<string[]>(proposal.goals),
                noGoalReason: proposal.noGoalReason,
                responsible: '',
                broughtBy: proposal.broughtBy,
                project: null,
                ideaId: null,
              })
            ).itemId
          : (await putIdeaOnAgenda(work, { ideaId: proposal.ideaId, meetingId: meeting.id })).itemId
    const decided = await work.tx
      .updateTable('agendaProposal')
      .set({
        decision: input.decision,
        reply: input.reply,
        decidedAt: work.now,
        itemId,
        version: proposal.version + 1,
      })
      .where('id', '=', proposal.id)
      .where('version', '=', proposal.version)
      .returning('id')
      .executeTakeFirst()
    if (!decided) throw refuse('somebody_was_faster')
    await work.record({ type: 'agenda.proposal-decided', meetingId: meeting.id, proposalId: proposal.id })
    return { itemId }
  },
)

/** Taken back by its author as long as nobody has decided. */
export async function withdrawProposal(work: Work, input: { readonly proposalId: string }): Promise<void> {
  const proposal = await getProposal(work, input.proposalId)
  const meeting = await getMeeting(work.tx, proposal.meetingId)
  work.require('agenda.propose', meetingSubject(meeting))
  if (proposal.authorId !== work.actor.accountId) throw refuse('not_found')
  if (proposal.decision !== null) throw refuse('already_decided')
  await work.tx.deleteFrom('agendaProposal').where('id', '=', proposal.id).execute()
  await work.record({ type: 'agenda.proposed', meetingId: meeting.id, proposalId: proposal.id })
}

export interface ListedProposal {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly broughtBy: string
  /** null: the account is gone. */
  readonly author: string | null
  readonly idea: number | null
  readonly at: string
  readonly decision: 'accepted' | 'declined' | null
  readonly reply: string
  readonly own: boolean
}

/** Those who prepare the meeting see all of them; everybody else their own. */
export async function listProposals(ask: Ask, meeting: BodyMeeting): Promise<readonly ListedProposal[]> {
  const all = may(ask.actor, 'meeting.plan', meetingSubject(meeting))
  if (!all && ask.actor.accountId === null) return []
  const rows = await ask.db
    .selectFrom('agendaProposal')
    .leftJoin('account', 'account.id', 'agendaProposal.authorId')
    .leftJoin('idea', 'idea.id', 'agendaProposal.ideaId')
    .selectAll('agendaProposal')
    .select(['account.name', 'account.erasedAt', 'idea.number as idea'])
    .where('agendaProposal.meetingId', '=', meeting.id)
    .$if(!all, (q) => q.where('agendaProposal.authorId', '=', ask.actor.accountId))
    .orderBy('agendaProposal.at')
    .execute()
  return rows.map(({ id, title, text, broughtBy, at, decision, reply, ...row }) => ({
    id,
    title,
    text,
    broughtBy,
    at,
    reply,
    own: row.authorId !== null && row.authorId === ask.actor.accountId,
    decision: decision as ListedProposal['decision'],
    author: row.erasedAt === null ? row.name : null,
    idea: row.idea === null ? null : Number(row.idea),
  }))
}

async function ideaFor(work: Work, number: number) {
  const row = await work.tx.selectFrom('idea').select('id').where('number', '=', number).executeTakeFirst()
  if (!row) throw refuse('not_found')
  const idea = await getIdea(work.tx, row.id)
  work.require('idea.read', ideaSubject(idea))
  if (idea.agendaItemId !== null) throw refuse('idea_on_agenda')
  return idea
}

async function getProposal(work: Work, id: string) {
  const row = await work.tx.selectFrom('agendaProposal').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return row
}
