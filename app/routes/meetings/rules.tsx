import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { bodySubject, getBodyRow } from '#app/domain/bodies/body.server.ts'
import { addressOfBody, roundTableSlug } from '#app/domain/bodies/body.ts'
import { describe } from '#app/domain/form.ts'
import { changeRules, rulesOf } from '#app/domain/meetings/rules.server.ts'
import { type RulesOfProcedure, rulesForm } from '#app/domain/meetings/rules-of-procedure.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'table', menu: 'table', live: ['meetings'] }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const body = await door.find(getBodyRow(door.ask.db, door.params.body ?? roundTableSlug))
  const { rules, changedAt, version } = await rulesOf(door.ask.db, body.id)
  return {
    title: door.t('meetings:rules.title'),
    saved: door.url.searchParams.get('meldung') === 'saved',
    formKey: door.formKey(),
    body: body.name,
    home: addressOfBody(body.slug),
    rules,
    changedAt,
    version,
    may: { change: door.may('rules.change', bodySubject(body.slug)) },
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const body = door.params.body ?? roundTableSlug
  const form = await door.read({
    ...rulesForm,
    version: { type: 'number', min: 0, max: 999_999, required: true },
  })
  if (!form.ok) return door.invalid(form.problems)
  const { version, ...rules } = form.values
  return door.runAndGo(
    changeRules,
    { body, rules, version },
    () => `${addressOfBody(body)}/geschaeftsordnung?meldung=saved`,
  )
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

type Name = keyof typeof rulesForm
const names = Object.keys(rulesForm) as Name[]

export default function Rules() {
  const { title, saved, formKey, body, home, rules, changedAt, version, may } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer('change')
  return (
    <div className="flow">
      <RunningHead
        voice="table"
        parts={[
          <Go key="table" to={home}>
            {body}
          </Go>,
        ]}
      />
      <h1>{title}</h1>
      {saved && <Alert state="done" title={t('meetings:rules.saved')} role="status" />}
      <Answered />
      <p className="lead">{t('meetings:rules.lead')}</p>
      <ol className="rules-list">
        {names.map((name) => (
          <li key={name}>{t(`meetings:rules.says.${name}`, said(t, name, rules))}</li>
        ))}
      </ol>
      <p className="quiet">
        {changedAt ? (
          <>
            {t('meetings:rules.changed')} <Time at={changedAt} as="date" />
          </>
        ) : (
          t('meetings:rules.defaults')
        )}
      </p>
      <PrintButton>{t('meetings:rules.print')}</PrintButton>
      {may.change && (
        <div className="no-print">
          <Section id="aendern" title={t('meetings:rules.change')} voice="none">
            <details open={answer !== undefined}>
              <summary>{t('meetings:rules.open')}</summary>
              <Form
                className="form"
                to={`${home}/geschaeftsordnung`}
                intent="change"
                idempotencyKey={`${formKey}-${version}`}
              >
                <input type="hidden" name="version" value={version} />
                {names.map((name) => (
                  <RuleField key={name} name={name} value={String(rules[name])} />
                ))}
                <Button>{t('meetings:rules.save')}</Button>
              </Form>
            </details>
          </Section>
        </div>
      )}
    </div>
  )
}

function RuleField({ name, value }: { readonly name: Name; readonly value: string }) {
  const { t } = useWords()
  const answer = useAnswer('change')
  const field = rulesForm[name]
  const common = {
    field: describe(rulesForm, name),
    label: t(`meetings:rules.label.${name}`),
    ...kept(answer, name, value),
  }
  if (field.type === 'number') return <Field {...common} type="number" inputMode="numeric" />
  return (
    <Field
      {...common}
      kind="select"
      options={field.options.map((option) => ({ value: option, label: optionWord(t, name, option) }))}
    />
  )
}

function said(t: ReturnType<typeof useWords>['t'], name: Name, rules: RulesOfProcedure) {
  const value = rules[name]
  return typeof value === 'number' ? { count: value, value } : { count: 0, value: optionWord(t, name, value) }
}

function optionWord(t: ReturnType<typeof useWords>['t'], name: Name, option: string): string {
  return name === 'listMode'
    ? t(`meetings:mode.${option as 'request'}`)
    : t(`meetings:rules.option.${option as 'calendar'}`)
}
