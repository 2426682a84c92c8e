import { Alert } from '#app/components/alert.tsx'
import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Track } from '#app/components/track.tsx'
import { isByHand } from '#app/domain/meetings/by-hand.ts'
import type { OwnStand, Stand, StandVote } from '#app/domain/meetings/stand.ts'
import { resultInWords, turnoutInWords } from '#app/i18n/meeting-words.ts'
import { useWords } from '#app/i18n/words.tsx'

/** A vote while it runs: what is asked and how many took part, never how. After it: figures, word and sentence. */
export function VoteNow({
  stand,
  own,
  to,
  formKey,
}: {
  readonly stand: Stand
  readonly own: OwnStand | null
  readonly to: string
  readonly formKey: string
}) {
  const words = useWords()
  const { t } = words
  const { vote } = stand
  if (vote === null) return null
  const running = vote.closedAt === null
  // Should somebody have voted from a page kept open, all go on with ballots.
  const byHand = isByHand(vote) && vote.votes === 0
  return (
    <section className="vote-now" aria-labelledby="abstimmung-jetzt" id="abstimmung">
      <p className="poll-label">{t(`meetings:vote.label.${vote.forMotion ? 'motion' : vote.label}`)}</p>
      <h2 id="abstimmung-jetzt">{vote.question}</h2>
      <p>
        {t(vote.secret ? 'meetings:vote.secret' : vote.named ? 'meetings:vote.named' : 'meetings:vote.open')}
      </p>
      {running ? (
        <>
          <p className="turnout">{byHand ? t('meetings:vote.raise') : turnoutInWords(words, vote)}</p>
          {vote.benches.length > 0 && <p className="hint">{t('meetings:vote.benches-needed')}</p>}
          {own?.mayVote && !byHand && <BallotNow vote={vote} own={own} to={to} formKey={formKey} />}
          {own && !own.mayVote && <p>{t('meetings:vote.not-you')}</p>}
        </>
      ) : (
        <VoteResult vote={vote} />
      )}
    </section>
  )
}

function BallotNow({
  vote,
  own,
  to,
  formKey,
}: {
  readonly vote: StandVote
  readonly own: OwnStand
  readonly to: string
  readonly formKey: string
}) {
  const { t } = useWords()
  if (own.voted === 'yes' && vote.secret) {
    return <Alert state="done" title={t('meetings:vote.arrived')} />
  }
  return (
    // A secret ballot carries no key of the form: nothing may remember it.
    <Form
      className="form"
      to={to}
      intent="vote"
      idempotencyKey={vote.secret ? undefined : `${formKey}-${vote.pollId}`}
    >
      <input type="hidden" name="poll" value={vote.pollId} />
      {own.voted === 'yes' && <Alert state="done" title={t('meetings:vote.arrived-change')} />}
      <fieldset className="field">
        <legend>{t('meetings:vote.agree')}</legend>
        <div className="choices">
          {(['yes', 'no', 'abstain'] as const).map((choice) => (
            <label key={choice} className="choice">
              <input type="radio" name="choice" value={choice} required />
              <span>{t(`meetings:vote.${choice}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Button>{t('meetings:vote.send')}</Button>
      <p className="hint">{t(vote.secret ? 'meetings:vote.secret-hint' : 'meetings:vote.open-hint')}</p>
    </Form>
  )
}

/** `wall`: large and beside each other, and nothing to press. */
export function VoteResult({ vote, wall }: { readonly vote: StandVote; readonly wall?: boolean }) {
  const words = useWords()
  const { t } = words
  const { result } = vote
  if (result === null) return <p className="turnout">{t('meetings:vote.counting')}</p>
  if (result.word === 'too-few') return <p>{resultInWords(words, vote)}</p>
  const most = Math.max(result.yes, result.no, result.abstain, result.needed, 1)
  return (
    <div className={wall ? 'wall-result' : 'flow'}>
      <p className={result.word === 'accepted' ? 'outcome yes' : 'outcome'}>
        {t(`meetings:vote.short.${result.word}`)}
      </p>
      <ul className="bars">
        {(['yes', 'no', 'abstain'] as const).map((choice) => (
          <li key={choice}>
            <span>{t(`meetings:vote.${choice}`)}</span>
            <b>{result[choice]}</b>
            <Track
              share={result[choice] / most}
              {...(choice === 'yes' ? { mark: result.needed / most } : {})}
              out={choice !== 'yes'}
            />
          </li>
        ))}
      </ul>
      <p>
        {t('meetings:vote.needed', { needed: result.needed, of: result.of })}{' '}
        {result.benches && t('meetings:vote.benches-needed')}
      </p>
      <p>{resultInWords(words, vote)}</p>
      {!wall && (
        <p>
          <Go to={`/abstimmungen/${vote.number}`}>{t('meetings:vote.more', { number: vote.number })}</Go>
        </p>
      )}
    </div>
  )
}
