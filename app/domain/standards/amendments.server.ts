// Amendments on their way to the table: cosigned, recommended on, answered, withdrawn, taken up again.
import { addLifelineStep } from '../lifelines.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import {
  type AuthorAnswer,
  answerRecommendation,
  isOpenAmendment,
  type Recommendation,
  recommend,
  reopen,
  withdraw,
} from './amendment.ts'
import { getAmendment, namesOf, partsOf, saveAmendment } from './amendment-rows.server.ts'
import { getStandard, standardSubject } from './standard.server.ts'

/** Signing twice changes nothing; authors sign by proposing. */
export async function cosignAmendment(
  work: Work,
  input: { readonly amendmentId: string; readonly on: boolean },
): Promise<void> {
  const { amendment, subject } = await found(work, input.amendmentId)
  work.require('standard.read', subject)
  work.require('amendment.cosign', subject)
  if (!isOpenAmendment(amendment.state)) throw refuse('amendment_not_open')
  if (amendment.authorId === work.actor.accountId) return
  const accountId = work.actor.accountId ?? ''
  if (input.on) {
    await work.tx
      .insertInto('cosignature')
      .values({ amendmentId: amendment.id, accountId, at: work.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  } else {
    await work.tx
      .deleteFrom('cosignature')
      .where('amendmentId', '=', amendment.id)
      .where('accountId', '=', accountId)
      .execute()
  }
  await work.record({ type: 'amendment.cosigned', ...(await namesOf(work.tx, amendment)) })
}

export interface NewRecommendation {
  readonly amendmentId: string
  readonly recommendation: Recommendation
  readonly reason: string
  /** The editors' words, by the id of the part; only with 'adopt_changed'. */
  readonly texts: Readonly<Record<string, string>>
}

export async function recommendOnAmendment(work: Work, input: NewRecommendation): Promise<void> {
  const { amendment, subject } = await found(work, input.amendmentId)
  work.require('amendment.recommend', subject)
  await saveAmendment(work, recommend(amendment, input, work.now))
  await addLifelineStep(work, `amendment:${amendment.id}`, 'recommended', { note: input.reason })
  for (const part of await partsOf(work.tx, amendment.id)) {
    const changed = input.recommendation === 'adopt_changed' ? (input.texts[part.id] ?? part.text) : null
    await work.tx
      .updateTable('amendmentPart')
      .set({ recommendedText: changed })
      .where('id', '=', part.id)
      .execute()
  }
  await work.record({ type: 'amendment.recommended', ...(await namesOf(work.tx, amendment)) })
}

export async function answerAmendment(
  work: Work,
  input: { readonly amendmentId: string; readonly answer: AuthorAnswer },
): Promise<void> {
  const { amendment, subject } = await found(work, input.amendmentId)
  work.require('amendment.change', subject)
  await saveAmendment(work, answerRecommendation(amendment, input.answer))
  await addLifelineStep(work, `amendment:${amendment.id}`, 'answered')
  await work.record({ type: 'amendment.answered', ...(await namesOf(work.tx, amendment)) })
}

export async function withdrawAmendment(work: Work, input: { readonly amendmentId: string }): Promise<void> {
  const { amendment, subject } = await found(work, input.amendmentId)
  work.require('amendment.change', subject)
  await saveAmendment(work, withdraw(amendment))
  await addLifelineStep(work, `amendment:${amendment.id}`, 'withdrawn')
  await work.record({ type: 'amendment.withdrawn', ...(await namesOf(work.tx, amendment)) })
}

export async function reopenAmendment(work: Work, input: { readonly amendmentId: string }): Promise<void> {
  const { amendment, subject } = await found(work, input.amendmentId)
  work.require('amendment.change', subject)
  await saveAmendment(work, reopen(amendment))
  await addLifelineStep(work, `amendment:${amendment.id}`, 'reopened')
  await work.record({ type: 'amendment.reopened', ...(await namesOf(work.tx, amendment)) })
}

async function found(work: Work, id: string) {
  const amendment = await getAmendment(work.tx, id)
  const standard = await getStandard(work.tx, amendment.standardId)
  return { amendment, standard, subject: standardSubject(standard, amendment.authorId) }
}
