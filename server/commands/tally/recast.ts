/** Ballots of one form counted by a method for another, where that needs no guessing. */
import type { BallotForm, Ballots, OptionId } from '#app/domain/polls/tally/ballots.ts'

const words: Readonly<Record<BallotForm, string>> = {
  choice: 'one choice each',
  approval: 'ticked options',
  ranked: 'rankings',
  score: 'marks per option',
}

/**
 * A ranking has a first choice and ticks everybody it names; marks make a ranking; one choice is a tick and a ranking of
 * one; ticks are a ranking with one shared place. All else would invent what voters did not say.
 * @returns the ballots in the form wanted, or one sentence why not
 */
export function recast(cast: Ballots, form: BallotForm): Ballots | string {
  if (cast.form === form) return cast
  if (cast.form === 'ranked' && form === 'choice') {
    const ballots = cast.ballots.map(({ count, ranking }) => {
      const [first = []] = ranking
      return { count, choice: first.length === 1 ? (first[0] as OptionId) : null }
    })
    return { form, ballots }
  }
  if (cast.form === 'ranked' && form === 'approval') {
    return { form, ballots: cast.ballots.map(({ count, ranking }) => ({ count, approved: ranking.flat() })) }
  }
  if (cast.form === 'score' && form === 'ranked') {
    return { form, ballots: cast.ballots.map(({ count, scores }) => ({ count, ranking: rankingOf(scores) })) }
  }
  if (cast.form === 'choice' && (form === 'approval' || form === 'ranked')) {
    const named = cast.ballots.map(({ count, choice }) => ({
      count,
      approved: choice === null ? [] : [choice],
    }))
    return form === 'approval' ? { form, ballots: named } : { form, ballots: named.map(inOnePlace) }
  }
  if (cast.form === 'approval' && form === 'ranked') return { form, ballots: cast.ballots.map(inOnePlace) }
  return `The method counts ${words[form]}; this file holds ${words[cast.form]}.`
}

function inOnePlace(ballot: { readonly count: number; readonly approved: readonly OptionId[] }) {
  return { count: ballot.count, ranking: ballot.approved.length > 0 ? [ballot.approved] : [] }
}

function rankingOf(scores: Readonly<Record<OptionId, number>>): OptionId[][] {
  const tiers = new Map<number, OptionId[]>()
  for (const [option, mark] of Object.entries(scores)) tiers.set(mark, [...(tiers.get(mark) ?? []), option])
  return [...tiers].sort(([a], [b]) => b - a).map(([, tier]) => tier)
}
