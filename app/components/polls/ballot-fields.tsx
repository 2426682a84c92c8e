import { MarkBallot } from '#app/components/polls/mark-ballot.tsx'
import { OneBallot } from '#app/components/polls/one-ballot.tsx'
import { RankBallot } from '#app/components/polls/rank-ballot.tsx'
import { TickBallot } from '#app/components/polls/tick-ballot.tsx'
import type { BallotRules } from '#app/domain/polls/choice.ts'
import type { PollMethod } from '#app/domain/polls/method.ts'
import type { PollOption } from '#app/domain/polls/poll.ts'

/** What every kind of ballot is drawn from. */
export interface BallotProps {
  readonly method: PollMethod
  readonly options: readonly Pick<PollOption, 'key' | 'title' | 'about'>[]
  readonly rules: BallotRules
  /** Majority judgment: the words of the grades, the worst first. */
  readonly grades: readonly string[] | null
  /** What stands in the fields: typed before, or the vote given earlier. */
  readonly filled: Readonly<Record<string, string | readonly string[]>>
}

/** The fields of a ballot for any way to vote: native inputs only, complete without scripts. */
export function BallotFields(props: BallotProps) {
  switch (props.rules.form) {
    case 'yes-no':
    case 'consent':
    case 'choice':
      return <OneBallot {...props} />
    case 'approval':
      return <TickBallot {...props} />
    case 'ranked':
      return <RankBallot {...props} />
    case 'score':
      return <MarkBallot {...props} />
  }
}

/** One text field's value, whatever stands there. */
export function filledText(filled: BallotProps['filled'], name: string): string {
  const value = filled[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
