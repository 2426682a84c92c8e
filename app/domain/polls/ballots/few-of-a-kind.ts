// Knows what may be shown of how a ballot came: a kind that few ballots are of would say whose they are.
import { fewestSecret } from '../terms.ts'
import type { CoveredToken, PublishedBallot } from './published.ts'

export interface Shown {
  readonly ballots: readonly PublishedBallot[]
  /** Tokens whose ballots lie among those without proof. */
  readonly covered: readonly CoveredToken[]
}

type Token = Extract<PublishedBallot, { way: 'token' }>

/**
 * A lone paper among ballots with a token is known to all who were in the room, and leaving its line out would not help:
 * the result less all others is what it says. So ballots on paper and from the form look alike, those with a code join
 * them where either kind is small, and where these are few still, so many ballots with a token lie down beside them as
 * make five. Their tokens stay in the file, so nothing can be added; at most four lines lose their proof.
 *
 * @param ballots at least as many as may be shown, in an order drawn by lot
 */
export function withoutFew(ballots: readonly PublishedBallot[]): Shown {
  const tokens = ballots.filter((one): one is Token => one.way === 'token')
  const coded = ballots.filter(({ way }) => way === 'code')
  const others = ballots.filter(({ way }) => way !== 'token' && way !== 'code')
  const allTokens = isFew(tokens.length) ? tokens.length : 0
  const codesApart = !isFew(coded.length) && !isFew(others.length + allTokens)
  const bare = codesApart ? others : [...others, ...coded]
  const covered = tokens.slice(0, allTokens || (isFew(bare.length) ? fewestSecret - bare.length : 0))
  return {
    ballots: [
      ...tokens.slice(covered.length),
      ...(codesApart ? coded : []),
      ...[...bare, ...covered].map(({ ballot }) => ({ way: 'bare' as const, ballot })),
    ],
    covered: covered.map(({ hash, message, signatures }) => ({ hash, message, signatures })),
  }
}

function isFew(count: number): boolean {
  return count > 0 && count < fewestSecret
}
