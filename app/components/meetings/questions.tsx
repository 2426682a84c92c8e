import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import type { MeetingPart } from '#app/components/meetings/meeting-page.ts'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { describe } from '#app/domain/form.ts'
import { answerForm, questionForm } from '#app/domain/meetings/meeting.form.ts'
import type { StandItem } from '#app/domain/meetings/stand.ts'
import { useWords } from '#app/i18n/words.tsx'

/** To which item a question was put. */
function About({ item }: { readonly item: StandItem | undefined }) {
  const { t } = useWords()
  if (!item?.open) return null
  return (
    <>
      {', '}
      <Go to={`/runder-tisch/punkte/${item.open.publicNumber}`}>
        {t('meetings:question.about', { number: item.number })}
      </Go>
    </>
  )
}

/** Questions of citizens: asked until noon, most supported first, answered in the meeting or after it. */
export function Questions({ page }: Pick<MeetingPart, 'page'>) {
  const { t } = useWords()
  const { here, formKey, account, questions, questionsUntil, may, stand } = page
  const takes = stand.now < questionsUntil && stand.state !== 'cancelled' && stand.state !== 'ended'
  const answer = useAnswer('question')
  return (
    <Section id="fragen" title={t('meetings:question.title')} lead={t('meetings:question.lead')}>
      {questions.length === 0 && <Empty voice="citizens" title={t('meetings:question.none')} />}
      <ol className="question-list">
        {questions.map((question) => (
          <li key={question.id}>
            <p dir="auto">{question.text}</p>
            <p className="quiet">
              {question.author ?? t('meetings:citizen')}, <Time at={question.at} as="date" />
              <About item={stand.items.find(({ id }) => id === question.itemId)} />
              {question.supportCount > 0 &&
                `, ${t('meetings:question.support', { count: question.supportCount })}`}
            </p>
            {question.answer && (
              <div className="answer">
                <p dir="auto">{question.answer}</p>
                <p className="quiet">
                  {t(`bodies:function.${(question.answeredBy ?? 'chair') as 'chair'}`)}
                  {question.answeredAt && (
                    <>
                      , <Time at={question.answeredAt} as="date" />
                    </>
                  )}
                </p>
              </div>
            )}
            {account !== null && !question.own && question.answer === null && (
              <Form to={here} intent="support-question" idempotencyKey={`${formKey}-s-${question.id}`}>
                <input type="hidden" name="question" value={question.id} />
                <input type="hidden" name="wish" value={question.supported ? 'no' : 'yes'} />
                <Button kind="text">
                  {t(question.supported ? 'meetings:question.unsupport' : 'meetings:question.support-button')}
                </Button>
              </Form>
            )}
            {may.answer && question.answer === null && (
              <details>
                <summary>{t('meetings:question.answer')}</summary>
                <Form
                  className="form"
                  to={here}
                  intent="answer-question"
                  idempotencyKey={`${formKey}-a-${question.id}`}
                >
                  <input type="hidden" name="question" value={question.id} />
                  <Field
                    field={describe(answerForm, 'answer')}
                    id={`answer-${question.id}`}
                    kind="textarea"
                    rows={3}
                    label={t('meetings:question.answer-label')}
                  />
                  <Button kind="quiet">{t('meetings:question.answer-send')}</Button>
                </Form>
              </details>
            )}
          </li>
        ))}
      </ol>
      {takes && account === null && (
        <p>
          <Go to={`/anmelden?zurueck=${here}`}>{t('meetings:question.sign-in')}</Go>
        </p>
      )}
      {takes && account !== null && (
        <Form className="form" to={here} intent="question" idempotencyKey={`${formKey}-q`}>
          <Field
            field={describe(questionForm, 'text')}
            kind="textarea"
            rows={3}
            label={t('meetings:question.label')}
            {...kept(answer, 'text')}
          />
          <Field
            field={describe(questionForm, 'item')}
            kind="select"
            label={t('meetings:question.item')}
            {...kept(answer, 'item')}
            options={[
              { value: '', label: t('meetings:question.no-item') },
              ...stand.items.flatMap((item) =>
                item.open?.audience === 'public'
                  ? [{ value: item.id, label: `${item.number} ${item.open.title}` }]
                  : [],
              ),
            ]}
          />
          <Button>{t('meetings:question.send')}</Button>
          <p className="hint">{t('meetings:question.visible')}</p>
        </Form>
      )}
      <p className="quiet">
        {takes ? (
          <>
            {t('meetings:question.until')} <Time at={questionsUntil} />
          </>
        ) : (
          t('meetings:question.over')
        )}
      </p>
    </Section>
  )
}
