// The Council leaves: two speakers agree, its things are packed, and what was said inside is not left behind.
import { fromJson, toJson } from '#db/columns.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { removeFromIndex } from '../search/indexing.server.ts'
import { isClosed, readSetting, requireOpen, writeSetting } from './closing.server.ts'
import { council, councilSpace } from './house.ts'

interface Proposal {
  readonly byId: string
  readonly at: string
}

const proposalDays = 14

/** The first of two: proposed while the newest packing is of today, by the clock. */
export async function proposeLeaving(work: Work, _input: null): Promise<void> {
  work.require('council.change', council)
  await requireOpen(work)
  const packed = await readSetting(work.tx, 'council-taken-along')
  if (packed === null || Date.parse(work.now) - Date.parse(packed) > 86_400_000)
    throw refuse('council_take_along_first')
  await writeSetting(work, 'council-leaving', toJson({ byId: work.actor.accountId ?? '', at: work.now }))
  await work.record({ type: 'council.changed' })
}

export async function dropLeaving(work: Work, _input: null): Promise<void> {
  work.require('council.change', council)
  await work.tx.deleteFrom('setting').where('name', '=', 'council-leaving').execute()
  await work.record({ type: 'council.changed' })
}

/** The second speaker closes the house. The words said inside go for good; published statements stay public. */
export async function confirmLeaving(work: Work, _input: null): Promise<void> {
  work.require('council.change', council)
  await requireOpen(work)
  const proposal = await openProposal({ db: work.tx, now: work.now })
  if (proposal === null || proposal.byId === work.actor.accountId) throw refuse('council_close_needs_second')
  await forgetTalks(work)
  await forgetVotes(work)
  await work.tx.deleteFrom('statementVersion').where('publishedAt', 'is', null).execute()
  await work.tx.deleteFrom('statement').where('number', 'is', null).execute()
  await work.tx.deleteFrom('creatorObjection').execute()
  await writeSetting(work, 'council-closed', work.now)
  await work.record({ type: 'council.changed' })
}

export interface Leaving {
  readonly closedAt: string | null
  readonly packedAt: string | null
  readonly proposed: boolean
  /** The proposal is one's own: somebody else must agree. */
  readonly own: boolean
}

export async function readLeaving(ask: Ask): Promise<Leaving> {
  const proposal = await openProposal(ask)
  return {
    closedAt: (await isClosed(ask.db)) ? await readSetting(ask.db, 'council-closed') : null,
    packedAt: await readSetting(ask.db, 'council-taken-along'),
    proposed: proposal !== null,
    own: proposal?.byId === ask.actor.accountId,
  }
}

async function openProposal(ask: Pick<Ask, 'db' | 'now'>): Promise<Proposal | null> {
  const kept = await readSetting(ask.db, 'council-leaving')
  const proposal = kept === null ? null : fromJson<Proposal>(kept)
  const over = proposal && Date.parse(ask.now) - Date.parse(proposal.at) > proposalDays * 86_400_000
  return over ? null : proposal
}

/** Votes that only those inside could read, and who stood on a roll. What was public stays public. */
async function forgetVotes(work: Work): Promise<void> {
  const inner = await work.tx
    .selectFrom('poll')
    .select('id')
    .where('space', '=', councilSpace)
    .where('visibility', '=', 'members')
    .execute()
  for (const { id } of inner) {
    await removeFromIndex(work, id)
    const nothing = { question: '–', about: '', html: '', consequence: '' }
    await work.tx.updateTable('poll').set(nothing).where('id', '=', id).execute()
    await work.tx
      .updateTable('pollOption')
      .set({ title: '–', about: '', salt: null })
      .where('pollId', '=', id)
      .execute()
  }
  await work.tx.deleteFrom('electionRoll').execute()
  await work.tx.deleteFrom('electionObjection').execute()
}

async function forgetTalks(work: Work): Promise<void> {
  const said = await work.tx
    .selectFrom('contribution')
    .innerJoin('talk', 'talk.conversationId', 'contribution.conversationId')
    .select('contribution.id')
    .where('talk.space', '=', councilSpace)
    .execute()
  for (const { id } of said) {
    await removeFromIndex(work, id)
    for (const table of ['contributionVersion', 'mention', 'reaction'] as const) {
      await work.tx.deleteFrom(table).where('contributionId', '=', id).execute()
    }
    await work.tx
      .updateTable('contribution')
      .set((eb) => ({ text: '', html: '', deletedAt: work.now, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .where('deletedAt', 'is', null)
      .execute()
  }
  await work.tx.updateTable('talk').set({ title: '–' }).where('space', '=', councilSpace).execute()
  const closed = work.tx.selectFrom('talk').select('conversationId').where('space', '=', councilSpace)
  await work.tx.updateTable('conversation').set({ state: 'closed' }).where('id', 'in', closed).execute()
}
