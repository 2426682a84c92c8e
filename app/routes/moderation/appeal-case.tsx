import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { kept } from '#app/components/answered.tsx'
import { FactList } from '#app/components/fact-list.tsx'
import { Field } from '#app/components/field.tsx'
import { Go } from '#app/components/go.tsx'
import { Time } from '#app/components/time.tsx'
import { describe } from '#app/domain/form.ts'
import { decideAppeal } from '#app/domain/moderation/appeal.server.ts'
import { appealOutcomes } from '#app/domain/moderation/appeal.ts'
import { getAppealCase } from '#app/domain/moderation/case.server.ts'
import { appealDecisionForm } from '#app/domain/moderation/moderation.form.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { checkThenDo } from './check.server.ts'
import { CheckAnswered, CheckForm } from './check-form.tsx'
import { Lines, reasonWords } from './grounds.tsx'
import { ThingView } from './thing-view.tsx'

export const handle: PageHandle = { voice: 'none' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { appeal, measure, decidedBy, thing } = await door.find(getAppealCase(door.ask, door.params.id ?? ''))
  return {
    title: door.t('moderation:appeal-case.title'),
    appeal: {
      id: appeal.id,
      text: appeal.text,
      at: appeal.at,
      outcome: appeal.outcome,
      version: appeal.version,
    },
    measure: { kind: measure.kind, template: measure.template, reason: measure.reason, at: measure.at },
    decidedBy,
    thing: thing && {
      kind: thing.kind,
      title: thing.title,
      address: thing.address,
      html: thing.html,
      language: thing.language,
      authorName: thing.authorName,
      state: thing.state,
    },
    now: door.ask.now,
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const { appeal } = await door.find(getAppealCase(door.ask, door.params.id ?? ''))
  return checkThenDo(
    door,
    appealDecisionForm,
    decideAppeal,
    (values) => ({ appealId: appeal.id, ...values }),
    '/moderation?meldung=entschieden',
  )
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function AppealCase() {
  const { title, appeal, measure, decidedBy, thing, now, formKey } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <p>
        <Go to="/moderation">{t('moderation:case.back')}</Go>
      </p>
      <h1>{title}</h1>
      <CheckAnswered />
      <FactList
        facts={[
          {
            question: t('moderation:appeal-case.measure'),
            answer: t(`moderation:measure.${measure.kind}`),
            more: <Time at={measure.at} as="near" now={now} />,
          },
          { question: t('moderation:appeal-case.by'), answer: decidedBy ?? '' },
          { question: t('moderation:appeal-case.rule'), answer: reasonWords(t, measure.template) },
          { question: t('moderation:appeal-case.sentence'), answer: <Lines text={measure.reason} /> },
          { question: t('moderation:appeal-case.text'), answer: <Lines text={appeal.text} /> },
          { question: t('moderation:case.at'), answer: <Time at={appeal.at} as="near" now={now} /> },
        ]}
      />
      <ThingView thing={thing} />
      {appeal.outcome === null ? (
        <Decision appeal={appeal} formKey={formKey} />
      ) : (
        <Alert title={t('moderation:case.decided')} />
      )}
    </div>
  )
}

function Decision({
  appeal,
  formKey,
}: {
  readonly appeal: { readonly id: string; readonly version: number }
  readonly formKey: string
}) {
  const { t } = useWords()
  return (
    <CheckForm
      what="appeal"
      to={`/moderation/faelle/widersprueche/${appeal.id}`}
      formKey={formKey}
      carried={{ version: appeal.version }}
      title={t('moderation:case.decide')}
      lead={t('moderation:appeal-case.lead')}
      button={t('moderation:appeal-case.button')}
      fields={(answer, id) => (
        <>
          <Field
            kind="radios"
            id={id('outcome')}
            field={describe(appealDecisionForm, 'outcome')}
            label={t('moderation:appeal-case.outcome')}
            options={appealOutcomes.map((value) => ({ value, label: t(`moderation:appeal-case.${value}`) }))}
            {...kept(answer, 'outcome')}
          />
          <Field
            kind="textarea"
            rows={4}
            id={id('reason')}
            field={describe(appealDecisionForm, 'reason')}
            label={t('moderation:case.reason')}
            hint={t('moderation:case.reason-hint')}
            {...kept(answer, 'reason')}
          />
        </>
      )}
      summary={(typed) => [
        {
          question: t('moderation:appeal-case.outcome'),
          answer: t(`moderation:appeal-case.${typed('outcome') === 'restored' ? 'restored' : 'upheld'}`),
        },
        { question: t('moderation:case.reason'), answer: <Lines text={typed('reason')} /> },
      ]}
    />
  )
}
