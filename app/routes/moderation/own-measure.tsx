import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { FactList } from '#app/components/fact-list.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { describe } from '#app/domain/form.ts'
import { appeal } from '#app/domain/moderation/appeal.server.ts'
import { appealForm } from '#app/domain/moderation/moderation.form.ts'
import { getOwnMeasure } from '#app/domain/moderation/own.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { Lines, reasonWords } from './grounds.tsx'
import { ownState } from './own-words.ts'

export const handle: PageHandle = { menu: 'account', voice: 'none' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const measure = await door.find(getOwnMeasure(door.ask, door.params.id ?? ''))
  return {
    title: door.t(`moderation:measure.${measure.kind}`),
    measure,
    state: ownState(measure),
    sent: door.url.searchParams.get('meldung') === 'widersprochen',
    now: door.ask.now,
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const measure = await door.find(getOwnMeasure(door.ask, door.params.id ?? ''))
  const form = await door.read(appealForm)
  if (!form.ok) return door.invalid(form.problems)
  return door.runAndGo(
    appeal,
    { measureId: measure.id, ...form.values },
    () => `/konto/massnahmen/${measure.id}?meldung=widersprochen`,
  )
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function OwnMeasurePage() {
  const { title, measure, state, sent, now } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <p>
        <Go to="/konto/massnahmen">{t('moderation:own.back')}</Go>
      </p>
      <h1>{title}</h1>
      {sent && <Alert state="done" role="status" title={t('moderation:own.sent')} />}
      <Answered />
      <p className="lead">{t(`moderation:own.state.${state}`)}</p>
      <FactList
        facts={[
          { question: t('moderation:own.rule'), answer: reasonWords(t, measure.template) },
          { question: t('moderation:own.sentence'), answer: <Lines text={measure.reason} /> },
          {
            question: t('moderation:own.origin'),
            answer: t(measure.reported ? 'moderation:own.reported' : 'moderation:own.found'),
            more: t('moderation:own.by-people'),
          },
          { question: t('moderation:own.at'), answer: <Time at={measure.at} as="near" now={now} /> },
          ...(measure.untilAt
            ? [{ question: t('moderation:own.until'), answer: <Time at={measure.untilAt} as="date" /> }]
            : []),
          { question: t('moderation:own.object-until'), answer: <Time at={measure.objectUntil} as="date" /> },
        ]}
      />
      {measure.html !== null && (
        <Section id="text" title={t('moderation:own.your-text')}>
          <div className="flow">
            <h3 lang={measure.language}>{measure.title}</h3>
            <Html html={measure.html} lang={measure.language} className="text flow quoted-case" />
          </div>
        </Section>
      )}
      <Objection />
    </div>
  )
}

/** The way to object, or what became of it. */
function Objection() {
  const { measure, formKey } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer()
  if (measure.appeal !== null) {
    return (
      <Section id="appeal" title={t('moderation:own.appeal')}>
        <FactList
          facts={[
            { question: t('moderation:own.appeal'), answer: <Lines text={measure.appeal.text} /> },
            ...(measure.appeal.outcomeText
              ? [
                  {
                    question: t('moderation:own.answer'),
                    answer: <Lines text={measure.appeal.outcomeText} />,
                  },
                ]
              : []),
          ]}
        />
        <p>{t('moderation:own.court')}</p>
      </Section>
    )
  }
  return (
    <Section id="appeal" title={t('moderation:own.object')}>
      {measure.mayObject ? (
        <Form to={`/konto/massnahmen/${measure.id}`} idempotencyKey={formKey} className="flow">
          <Field
            kind="textarea"
            field={describe(appealForm, 'text')}
            label={t('moderation:own.object-text')}
            hint={t('moderation:own.object-hint')}
            {...kept(answer, 'text')}
          />
          <Button>{t('moderation:own.object')}</Button>
        </Form>
      ) : (
        <p>{t('moderation:own.too-late')}</p>
      )}
      <p>{t('moderation:own.court')}</p>
    </Section>
  )
}
