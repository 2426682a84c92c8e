import { lineInWords } from '#app/components/polls/line-told.ts'
import { Section } from '#app/components/section-head.tsx'
import { kindOf } from '#app/domain/polls/choice.ts'
import { formOfMethod } from '#app/domain/polls/method.ts'
import type { Poll, PollOption } from '#app/domain/polls/poll.ts'
import type { NamedVote } from '#app/domain/polls/view.server.ts'
import { useWords } from '#app/i18n/words.tsx'

type Of = Pick<Poll, 'method' | 'settings'>

/** Open votes name by name, where that was said on the ballot. */
export function NamedVotes({
  poll,
  options,
  votes,
}: {
  readonly poll: Of
  readonly options: readonly PollOption[]
  readonly votes: readonly NamedVote[]
}) {
  const { t } = useWords()
  if (votes.length === 0) return null
  return (
    <Section id="namen" title={t('polls:result.named')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('polls:result.name')}</th>
            <th scope="col">{t('polls:result.vote')}</th>
          </tr>
        </thead>
        <tbody>
          {votes.map(({ name, line, reason }) => (
            <tr key={`${name} ${line}`}>
              <th scope="row">{name}</th>
              <td>
                {lineInWords(t, poll, options, line)}
                {reason && <span className="quiet"> {reason}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** Reasons given with open votes, beside the vote and without a name. */
export function ReasonList({
  poll,
  options,
  reasons,
}: {
  readonly poll: Of
  readonly options: readonly PollOption[]
  readonly reasons: readonly { readonly line: string; readonly reason: string }[]
}) {
  const { t } = useWords()
  if (reasons.length === 0) return null
  return (
    <Section id="gruende" title={t('polls:result.reasons')}>
      <ul className="reasons">
        {reasons.map(({ line, reason }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may give the same reason
          <li key={place}>
            {isShort(poll, line) && <strong>{lineInWords(t, poll, options, line)}: </strong>}
            {reason}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** A single mark says where the reason belongs; a whole ballot of marks would drown it. */
function isShort(poll: Of, line: string): boolean {
  const kind = kindOf(formOfMethod(poll.method))
  return kind === 'one' || (kind === 'ticks' && !line.includes(','))
}
