import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import type { ConsolePart } from '#app/components/meetings/console.tsx'
import { Deed } from '#app/components/meetings/deed.tsx'
import { isByHand } from '#app/domain/meetings/by-hand.ts'
import { waysLeft } from '#app/domain/meetings/vote-ways.ts'
import { voteOnWall } from '#app/domain/meetings/wall.ts'
import { resultInWords, turnoutInWords } from '#app/i18n/meeting-words.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Votes at the console: put, watched without a split, closed or counted by hand, and read out. */
export function ConsoleVote(part: ConsolePart) {
  const words = useWords()
  const { t } = words
  const { stand, now } = part
  const { vote } = stand
  if (vote !== null && vote.closedAt === null) {
    const wait = Math.ceil((Date.parse(vote.closableAt) - Date.parse(now)) / 1000)
    // Should somebody have voted from a page kept open, all go on with ballots.
    const byHand = isByHand(vote) && vote.votes === 0
    return (
      <section className="console-vote" aria-labelledby="konsole-abstimmung">
        <h2 id="konsole-abstimmung">{vote.question}</h2>
        <p className="turnout">
          {byHand ? t('meetings:console.hands-running') : turnoutInWords(words, vote)}
        </p>
        {!byHand && (
          <Deed part={part} intent="close-vote" hotkey="A" main>
            {wait > 0 ? t('meetings:console.close-in', { count: wait }) : t('meetings:console.close-vote')}
          </Deed>
        )}
        {!vote.secret && vote.votes === 0 && <HandCount {...part} />}
      </section>
    )
  }
  return (
    <>
      {vote?.result && voteOnWall(stand) && (
        <blockquote className="read-out">
          <p className="small-head">{t('meetings:console.read-out')}</p>
          <p>{resultInWords(words, vote)}</p>
        </blockquote>
      )}
      {vote && vote.result === null && <p>{t('meetings:vote.counting')}</p>}
      {stand.currentId !== null && !stand.pause && <PutVote {...part} motionId={null} />}
    </>
  )
}

function HandCount({ page, stand }: ConsolePart) {
  const { t } = useWords()
  const answer = useAnswer('hands')
  const count = (name: 'yes' | 'no' | 'abstain') => (
    <Field
      field={{ name, required: true, min: 0, max: 999 }}
      type="number"
      inputMode="numeric"
      label={t(`meetings:vote.${name}`)}
      {...kept(answer, name)}
    />
  )
  return (
    <details open={answer !== undefined || (stand.vote !== null && isByHand(stand.vote))}>
      <summary>{t('meetings:console.hands')}</summary>
      <Form
        className="form hand-count"
        to={`${page.here}/leitung`}
        intent="hands"
        idempotencyKey={`${page.formKey}-hands-${stand.turn}`}
      >
        <input type="hidden" name="turn" value={stand.turn} />
        {count('yes')}
        {count('no')}
        {count('abstain')}
        {stand.vote?.benches.map(({ bench, name }) => (
          <Field
            key={bench}
            field={{ name: `bench-${bench}`, required: true, min: 0, max: 999 }}
            type="number"
            inputMode="numeric"
            label={t('meetings:vote.bench-hands', { bench: name })}
            {...kept(answer, `bench-${bench}`)}
          />
        ))}
        <Button kind="quiet">{t('meetings:console.hands-enter')}</Button>
      </Form>
    </details>
  )
}

export function PutVote({ page, stand, keys, motionId }: ConsolePart & { readonly motionId: string | null }) {
  const { t } = useWords()
  const answer = useAnswer('open-vote')
  const { secret } = stand
  const wish = stand.voteWish
    ? t(`meetings:vote.wish.${stand.voteWish}`)
    : secret?.needed && secret.asked > 0
      ? t('meetings:secret.count', { asked: secret.asked, needed: secret.needed })
      : undefined
  const current = stand.items.find(({ id }) => id === stand.currentId)
  const motion = stand.motions.find(({ id }) => id === motionId)
  const question = motion
    ? t('meetings:vote.motion-question', { motion: t(`meetings:motion.kind.${motion.kind}`) })
    : (current?.open?.title ?? '')
  const id = motionId === null ? 'vote' : 'motion-vote'
  const all = ['resolution', 'recommendation', 'mood'] as const
  const ways = waysLeft(motionId === null ? stand.voteWish : null)
  const blocked = !stand.quorum.reached && stand.withoutQuorum === 'blocked'
  // A working group recommends; without a quorum one can only ask how people feel.
  const labels = all.filter(
    (label) => (label !== 'resolution' || stand.bodyKind === 'round-table') && (label === 'mood' || !blocked),
  )
  return (
    <details open={answer !== undefined} data-key={motionId === null ? 'A' : undefined} className="put-vote">
      <summary>
        {t(motionId === null ? 'meetings:console.vote' : 'meetings:console.vote-motion')}
        {keys && motionId === null && <kbd>A</kbd>}
      </summary>
      <Form
        className="form"
        to={`${page.here}/leitung`}
        intent="open-vote"
        idempotencyKey={`${page.formKey}-open-${motionId}-${stand.turn}`}
      >
        <input type="hidden" name="turn" value={stand.turn} />
        <input type="hidden" name="motion" value={motionId ?? ''} />
        <Field
          field={{ name: 'question', required: true, min: 5, max: 300 }}
          id={`${id}-question`}
          label={t('meetings:vote.question')}
          {...kept(answer, 'question', question)}
        />
        {motionId === null ? (
          <Field
            field={{ name: 'label', required: true }}
            id={`${id}-label`}
            kind="select"
            label={t('meetings:vote.what')}
            value={labels[0]}
            options={labels.map((label) => ({
              value: label,
              label: t(`meetings:vote.label.${label}`),
            }))}
          />
        ) : (
          <input type="hidden" name="label" value="resolution" />
        )}
        <Field
          field={{ name: 'way', required: true }}
          id={`${id}-way`}
          kind="select"
          label={t('meetings:vote.how')}
          value={ways[0]}
          hint={motionId === null ? wish : undefined}
          options={ways.map((way) => ({
            value: way,
            label: t(`meetings:vote.way.${way}`),
          }))}
        />
        {!stand.quorum.reached && motionId === null && (
          <p className="error">
            {t(blocked ? 'meetings:console.no-quorum' : 'meetings:console.no-quorum-advisory')}
          </p>
        )}
        <Button>{t('meetings:console.start-vote')}</Button>
      </Form>
    </details>
  )
}
