// Measures on texts: a guest's idea published or refused, an idea or a contribution hidden and brought back.

import {
  getContribution,
  getConversation,
  namesOf,
  saveContribution,
} from '../conversations/contribution.server.ts'
import { type Contribution, hide, restore } from '../conversations/contribution.ts'
import { contributionSubject, findMatter } from '../conversations/subject.server.ts'
import { getIdea, ideaSubject } from '../ideas/idea.server.ts'
import {
  restoreIdea as bringIdeaBack,
  publishIdea,
  hideIdea as putIdeaAway,
  refuseIdea,
} from '../ideas/publish.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { type Subject, spaceOf } from '../standing.ts'
import { keepMeasure } from './measure.server.ts'
import { type Grounds, type Measure, measureOnText, type NewMeasure } from './measure.ts'
import { tellOfMeasure } from './tell.server.ts'

/** `version`: the one the moderator read. Another one means that somebody was faster. */
export interface OnIdea {
  readonly ideaId: string
  readonly version: number
}

export async function approveGuestIdea(work: Work, input: OnIdea): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.publish', ideaSubject(idea))
  if (idea.version !== input.version) throw refuse('somebody_was_faster')
  await publishIdea(work, { ideaId: idea.id })
}

export async function refuseGuestIdea(
  work: Work,
  input: OnIdea & { readonly grounds: Grounds },
): Promise<{ measureId: string }> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.publish', ideaSubject(idea))
  if (idea.version !== input.version) throw refuse('somebody_was_faster')
  const measure = measureOnText(
    'refuse_idea',
    newMeasure(work, ideaSubject(idea), null),
    input.grounds,
    work.now,
  )
  await keepMeasure(work, measure)
  await refuseIdea(work, { ideaId: idea.id, measureId: measure.id })
  await tellOfMeasure(work, measure)
  return { measureId: measure.id }
}

export async function hideIdea(
  work: Work,
  input: OnIdea & { readonly grounds: Grounds; readonly reportId?: string | null },
): Promise<{ measureId: string }> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('moderation.decide', ideaSubject(idea))
  if (idea.version !== input.version || idea.state === 'hidden') throw refuse('somebody_was_faster')
  const made = newMeasure(work, ideaSubject(idea), input.reportId ?? null)
  const measure = measureOnText('hide_idea', made, input.grounds, work.now)
  await keepMeasure(work, measure)
  await putIdeaAway(work, { ideaId: idea.id, measureId: measure.id })
  await tellOfMeasure(work, measure)
  return { measureId: measure.id }
}

/** The number and the answers stay; the words are gone for everybody but their author and the moderators. */
export async function hideContribution(
  work: Work,
  input: {
    readonly contributionId: string
    readonly version: number
    readonly grounds: Grounds
    readonly reportId?: string | null
  },
): Promise<{ measureId: string }> {
  const contribution = await getContribution(work.tx, input.contributionId)
  const subject = await contributionSubject(work.tx, contribution)
  work.require('contribution.hide', subject)
  if (contribution.version !== input.version || contribution.hiddenAt !== null)
    throw refuse('somebody_was_faster')
  const made = newMeasure(work, subject, input.reportId ?? null)
  const measure = measureOnText('hide_contribution', made, input.grounds, work.now)
  await keepMeasure(work, measure)
  await saveContribution(work, hide(contribution, work.now))
  await work.record({
    type: 'contribution.hidden',
    ...(await names(work, contribution)),
    measureId: measure.id,
  })
  await tellOfMeasure(work, measure)
  return { measureId: measure.id }
}

/** Brings back what a measure took away; decided by an objection, in the same transaction. */
export async function restoreText(work: Work, measure: Measure): Promise<void> {
  const id = measure.subject.slice(measure.subject.indexOf(':') + 1)
  switch (measure.kind) {
    case 'hide_contribution':
      return restoreContribution(work, { contributionId: id, measureId: measure.id })
    case 'hide_idea':
    case 'refuse_idea':
      return bringIdeaBack(work, { ideaId: id, measureId: measure.id })
    case 'pause_account':
      return
  }
}

async function restoreContribution(
  work: Work,
  input: { readonly contributionId: string; readonly measureId: string },
): Promise<void> {
  const contribution = await getContribution(work.tx, input.contributionId)
  work.require('contribution.hide', await contributionSubject(work.tx, contribution))
  await saveContribution(work, restore(contribution))
  await work.record({
    type: 'contribution.restored',
    ...(await names(work, contribution)),
    measureId: input.measureId,
  })
}

function newMeasure(
  work: Work,
  subject: Extract<Subject, { kind: 'idea' | 'contribution' }>,
  reportId: string | null,
): NewMeasure {
  return {
    id: work.newId(),
    subject: `${subject.kind}:${subject.id}`,
    affectedId: subject.authorId,
    space: spaceOf(subject),
    byId: work.actor.accountId ?? '',
    reportId,
  }
}

async function names(work: Work, contribution: Contribution) {
  return namesOf(contribution, await matterOf(work, contribution))
}

async function matterOf(work: Work, contribution: Contribution) {
  return findMatter(work.tx, await getConversation(work.tx, contribution.conversationId))
}
