// The ballot of an election as a vote of the house: what the rules and the candidates make of it.
import { branchesOnBallot, type ElectionRules, momentsOf } from './election.ts'

export type Named = {
  readonly key: string
  readonly name: string
  readonly branch: string
  readonly does: string
}

/** @param subject what the vote belongs to; null in a dry run */
export function ballotOf(
  rules: ElectionRules,
  candidates: readonly Named[],
  subject: string | null,
  timeZone: string,
) {
  const { opensAt, closesAt } = momentsOf(rules, timeZone)
  const seats = Math.min(rules.seats, candidates.length)
  return {
    space: 'council',
    visibility: 'public',
    label: 'election',
    method: rules.method,
    question: rules.title,
    about: rules.about,
    consequence: '',
    electorate: 'roll',
    electorateRef: null,
    secrecy: 'separate',
    changeable: 'no',
    reason: 'off',
    names: 'unlisted',
    resultWhen: 'after-close',
    quorum: 0,
    majority: 'most',
    majorityBase: 'cast',
    // The order of the lot is written down once and is the same for everybody.
    optionOrder: 'written',
    seats,
    settings: {
      ...(rules.method === 'multiple-choice' ? { marks: Math.min(rules.votes, candidates.length) } : {}),
      branches: branchesOnBallot(rules.branches, candidates),
    },
    subject,
    opensAt,
    closesAt,
    minSeconds: 0,
    objectionDays: rules.objectionDays,
    reviewOn: null,
    options: candidates.map(({ name, branch, does }) => ({ title: name, about: `${branch}. ${does}` })),
  } as const
}
