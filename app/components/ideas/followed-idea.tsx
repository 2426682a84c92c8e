import { Alert } from '#app/components/alert.tsx'
import { Button } from '#app/components/button.tsx'
import { FactList } from '#app/components/fact-list.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { drawnLife } from '#app/components/ideas/idea-life.tsx'
import { ringOf } from '#app/components/ideas/ring.ts'
import { Lifeline } from '#app/components/lifeline.tsx'
import { Status } from '#app/components/status.tsx'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { FoundIdea } from '#app/routes/ideas/follow.tsx'

/** What a guest sees of the own idea: where it stands, what was answered, or why it is not public. */
export function FollowedIdea({
  idea,
  now,
  signedIn,
  formKey,
}: {
  readonly idea: FoundIdea
  readonly now: string
  readonly signedIn: boolean
  readonly formKey: string
}) {
  const words = useWords()
  const { t } = words
  const facts = [
    {
      question: t('ideas:follow.state'),
      answer: <Status state={ringOf(idea.state)}>{t(`ideas:state.${idea.state}`)}</Status>,
    },
    ...(idea.answerDueAt
      ? [
          {
            question: t('ideas:facts.when'),
            answer: t('ideas:facts.answer-by', { day: dateInWords(words, idea.answerDueAt, townZone) }),
          },
        ]
      : []),
  ]
  return (
    <>
      <p className="lead" lang={idea.language} dir="auto">
        {idea.title}
      </p>
      {idea.state === 'refused' && (
        <Alert title={t('ideas:follow.refused')}>
          {idea.reason && (
            <p>
              {t('ideas:follow.refused-reason', {
                reason: t('moderation:reason-line', {
                  number: idea.reason.rule,
                  reason: t(`moderation:template.${idea.reason.template}`),
                }),
              })}{' '}
              <Go to="/regeln">{t('components:menu.rules')}</Go>
            </p>
          )}
        </Alert>
      )}
      <FactList facts={facts} />
      <Lifeline label={t('ideas:life.title')} steps={idea.life.map((mark) => drawnLife(words, mark, now))} />
      {idea.answers.map((answer) => (
        <div key={answer.at} className="official-answer">
          <Html html={answer.html} lang="de" />
        </div>
      ))}
      {idea.public && (
        <p>
          <Go to={`/ideen/${idea.number}`}>{t('ideas:follow.to-idea', { number: idea.number })}</Go>
        </p>
      )}
      {signedIn && !idea.taken && (
        <Form to="/ideen/verfolgen" intent="take" idempotencyKey={formKey}>
          <input type="hidden" name="number" value={idea.number} />
          <input type="hidden" name="secret" value={idea.secret} />
          <Button kind="quiet">{t('ideas:follow.take')}</Button>
        </Form>
      )}
    </>
  )
}
