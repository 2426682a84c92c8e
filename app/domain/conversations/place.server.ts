// Where a contribution stands: the address behind its public number, and its earlier texts.

import { isNumber } from '../numbers.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { asContribution, getConversation, getReadableContribution } from './contribution.server.ts'
import type { Contribution } from './contribution.ts'
import { addressByTime, pageByTime } from './conversation.ts'
import { findMatter, type Matter } from './subject.server.ts'

export interface Place {
  readonly address: string
  readonly page: number
  /** The element's id on that page. */
  readonly anchor: string
}

/**
 * The page of a permalink. By time a contribution never changes its page, so the link leads there. What is hidden or
 * deleted keeps its place: there stands why.
 */
export async function findContributionPlace(ask: Ask, publicNumber: number): Promise<Place> {
  const row = isNumber(publicNumber)
    ? await ask.db
        .selectFrom('contribution')
        .select(['number', 'conversationId'])
        .where('publicNumber', '=', publicNumber)
        .executeTakeFirst()
    : undefined
  if (!row) throw refuse('not_found')
  const { subject, address } = await findMatter(ask.db, await getConversation(ask.db, row.conversationId))
  if (!may(ask.actor, 'conversation.read', subject)) throw refuse('not_found')
  return {
    page: pageByTime(row.number),
    anchor: `b${row.number}`,
    address: addressByTime(address, row.number),
  }
}

export interface OneContribution {
  readonly contribution: Contribution
  readonly matter: Matter
  readonly closed: boolean
}

/** One contribution with what it is about, for the pages where it is changed or its history read. */
export async function readOneContribution(ask: Ask, publicNumber: number): Promise<OneContribution> {
  const contribution = await getReadableContribution(ask, publicNumber)
  const conversation = await getConversation(ask.db, contribution.conversationId)
  return {
    contribution,
    matter: await findMatter(ask.db, conversation),
    closed: conversation.state === 'closed',
  }
}

export async function listVersions(
  ask: Ask,
  contribution: Contribution,
): Promise<readonly { readonly number: number; readonly html: string; readonly at: string }[]> {
  return ask.db
    .selectFrom('contributionVersion')
    .select(['number', 'html', 'at'])
    .where('contributionId', '=', contribution.id)
    .orderBy('number', 'desc')
    .execute()
}

/** The contribution a reply form names by its public number, where one may answer it here. */
export async function findAnswerable(
  ask: Ask,
  conversationId: string,
  publicNumber: number,
): Promise<Contribution | null> {
  const row = await ask.db
    .selectFrom('contribution')
    .selectAll()
    .where('publicNumber', '=', publicNumber)
    .where('conversationId', '=', conversationId)
    .executeTakeFirst()
  return row ? asContribution(row) : null
}
