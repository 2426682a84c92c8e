// What the Round Table resolved is carried out by the house: each bundled thing in a job of its own, twice changes nothing.
import { fromJson } from '#db/columns.ts'
import { dayIn } from '../meetings/clear-days.ts'
import type { Outcome } from '../polls/outcome.ts'
import { isRefusal } from '../refusal.ts'
import { addJob, prepared, type Work } from '../run.server.ts'
import { type Adoption, adoptNow, prepareAdoption } from './adoption.server.ts'
import { outcomeByVote } from './amendment.ts'
import { getAmendment } from './amendment-rows.server.ts'
import { type Decision, decideNow, prepareDecision } from './decide.server.ts'
import { reviewAfter } from './standard.ts'

/** Follows a vote up. Without quorum nothing was decided, and all stays on the table. */
export async function planByVote(work: Work, input: { readonly resolutionId: string }): Promise<void> {
  const resolution = await work.tx
    .selectFrom('resolution')
    .innerJoin('agendaItem', 'agendaItem.id', 'resolution.itemId')
    .select(['resolution.itemId', 'resolution.kind', 'resolution.outcome', 'resolution.text'])
    .select(['resolution.result', 'agendaItem.publicNumber'])
    .where('resolution.id', '=', input.resolutionId)
    .executeTakeFirst()
  if (resolution?.kind !== 'resolution') return
  const { itemId, outcome } = resolution
  if (outcome === 'no-quorum' || outcome === 'too-few') return
  const carried = outcome === 'accepted'
  const decision = sentence(resolution.text, fromJson<Outcome>(resolution.result))
  const amendments = await work.tx
    .selectFrom('amendment')
    .select('id')
    .where('agendaItemId', '=', itemId)
    .where('state', '=', 'on_agenda')
    .orderBy('number')
    .execute()
  for (const { id } of amendments) {
    const amendment = await getAmendment(work.tx, id)
    const data: Decision = { amendmentId: id, outcome: outcomeByVote(amendment, carried), decision }
    await addJob(work.tx, work.newId(), {
      kind: 'standard-decide',
      data,
      dueAt: work.now,
      key: `standard-decide:${id}:${input.resolutionId}`,
    })
  }
  const sections = await work.tx
    .selectFrom('sectionOnAgenda')
    .innerJoin('section', 'section.id', 'sectionOnAgenda.sectionId')
    .select(['section.id', 'section.standardId'])
    .where('sectionOnAgenda.itemId', '=', itemId)
    .orderBy('section.place')
    .execute()
  const standardId = sections[0]?.standardId
  if (standardId === undefined) return
  if (!carried) {
    await work.tx.deleteFrom('sectionOnAgenda').where('itemId', '=', itemId).execute()
    return
  }
  const data: AdoptionByVote = {
    itemId,
    standardId,
    sectionIds: sections.map(({ id }) => id),
    decision,
    link: `/runder-tisch/punkte/${resolution.publicNumber}`,
    reviewOn: reviewAfter(dayIn(work.now, work.platform.town.timeZone)),
  }
  await addJob(work.tx, work.newId(), {
    kind: 'standard-adopt',
    data,
    dueAt: work.now,
    key: `standard-adopt:${input.resolutionId}`,
  })
}

export const decideByVote = prepared(prepareDecision, async (work: Work, input): Promise<void> => {
  await again(() => decideNow(work, input))
})

type AdoptionByVote = Adoption & { readonly itemId: string }

/** After the amendments of the same vote, so that the adopted version has their words in it. */
export const adoptByVote = prepared(
  async (platform, input: AdoptionByVote) => ({
    ...(await prepareAdoption(platform, input)),
    itemId: input.itemId,
  }),
  async (work: Work, { itemId, ...input }): Promise<void> => {
    const waiting = await work.tx
      .selectFrom('amendment')
      .select('id')
      .where('agendaItemId', '=', itemId)
      .where('state', '=', 'on_agenda')
      .executeTakeFirst()
    if (waiting) throw new Error('The amendments of the same vote come first.')
    const lifted = await work.tx
      .deleteFrom('sectionOnAgenda')
      .where('itemId', '=', itemId)
      .returning('sectionId')
      .execute()
    if (lifted.length === 0) return
    await again(() => adoptNow(work, input))
  },
)

/** Where the text changed between rendering and writing the job is tried again, with the text of then. */
async function again(carryOut: () => Promise<unknown>): Promise<void> {
  try {
    await carryOut()
  } catch (error) {
    if (isRefusal(error) && error.reason === 'somebody_was_faster') throw new Error(error.reason)
    throw error
  }
}

function sentence(question: string, outcome: Outcome): string {
  if (outcome.kind !== 'motion') return question
  const benches = (outcome.benches ?? []).map(({ name, yes }) => `${name} ${yes}`)
  return [`${question} ${outcome.yes}:${outcome.no}:${outcome.abstain}`, ...benches].join(' · ')
}
