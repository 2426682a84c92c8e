import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { bodySubject } from '#app/domain/bodies/body.server.ts'
import { councilSlug } from '#app/domain/bodies/body.ts'
import { confirmCreator, listCreators } from '#app/domain/bodies/creator.server.ts'
import { objectInRegister, refuseCreator } from '#app/domain/council/register.server.ts'
import { objectUntil } from '#app/domain/council/register.ts'
import { objectionForm, refusalForm } from '#app/domain/council/statement.form.ts'
import { describe } from '#app/domain/form.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'more' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const mayConfirm = door.may('creator.confirm', bodySubject(councilSlug))
  return {
    title: door.t('bodies:creators.title'),
    done: door.url.searchParams.get('meldung'),
    now: door.ask.now,
    self: door.actor.accountId,
    formKey: door.formKey(),
    mayConfirm,
    confirmed: await door.find(listCreators(door.ask, 'confirmed')),
    waiting: mayConfirm ? await door.find(listCreators(door.ask, 'waiting')) : [],
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const accountId = String(door.posted.get('accountId') ?? '')
  const back = (word: string) => () => `/sprecherrat/kulturschaffende?meldung=${word}`
  switch (door.intent) {
    case 'refuse': {
      const form = await door.read(refusalForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(refuseCreator, form.values, back('abgelehnt'))
    }
    case 'object': {
      const form = await door.read(objectionForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(objectInRegister, form.values, back('einwand'))
    }
    default:
      return door.runAndGo(confirmCreator, { accountId }, back('bestaetigt'))
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Creators() {
  const { title, done, formKey, mayConfirm, confirmed, waiting, now, self } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <h1>{title}</h1>
      {done === 'bestaetigt' && <Alert state="done" title={t('bodies:creators.done')} role="status" />}
      {done === 'abgelehnt' && <Alert state="done" title={t('council:register.refused')} role="status" />}
      {done === 'einwand' && <Alert state="done" title={t('council:register.objected')} role="status" />}
      <Answered />
      <p className="lead">{t('bodies:creators.lead')}</p>
      <p>{t('council:register.lead')}</p>
      {mayConfirm && (
        <Section id="warten" title={t('bodies:creators.waiting')}>
          {waiting.length === 0 && <p>{t('bodies:creators.none-waiting')}</p>}
          <ul>
            {waiting.map((creator) => (
              <li key={creator.accountId}>
                <strong>{creator.name}</strong>, {creator.branch}, {t('bodies:creators.declared')}{' '}
                <Time at={creator.declaredAt} as="date" />
                <p dir="auto">{creator.does}</p>
                <Form
                  to="/sprecherrat/kulturschaffende"
                  intent="confirm"
                  idempotencyKey={`${formKey}:${creator.accountId}`}
                >
                  <input type="hidden" name="accountId" value={creator.accountId} />
                  <Button kind="quiet">
                    {t('bodies:creators.confirm')}
                    <span className="hidden-text">: {creator.name}</span>
                  </Button>
                </Form>
                <Aside
                  intent="refuse"
                  field="reason"
                  accountId={creator.accountId}
                  name={creator.name}
                  formKey={formKey}
                  summary={t('council:register.refuse')}
                  lead={t('council:register.refuse-lead')}
                  label={t('council:register.reason')}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="bestaetigt" title={t('bodies:creators.confirmed')}>
        {confirmed.length === 0 && <p>{t('bodies:creators.none-confirmed')}</p>}
        <ul>
          {confirmed.map((creator) => (
            <li key={creator.accountId}>
              <strong>{creator.name}</strong>, {creator.branch}
              <p dir="auto">{creator.does}</p>
              {creator.accountId !== self && (objectUntil(creator) ?? '') >= now && (
                <Aside
                  intent="object"
                  field="text"
                  accountId={creator.accountId}
                  name={creator.name}
                  formKey={formKey}
                  summary={t('council:register.object')}
                  lead={t('council:register.object-lead')}
                  label={t('council:register.object-text')}
                />
              )}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

/** A second thought on one person, folded away until it is wanted. */
function Aside({
  intent,
  field,
  accountId,
  name,
  formKey,
  summary,
  lead,
  label,
}: {
  readonly intent: 'refuse' | 'object'
  readonly field: 'reason' | 'text'
  readonly accountId: string
  readonly name: string
  readonly formKey: string
  readonly summary: string
  readonly lead: string
  readonly label: string
}) {
  const answer = useAnswer(intent)
  const own = answer?.typed.accountId === accountId ? answer : undefined
  const form = intent === 'refuse' ? refusalForm : objectionForm
  return (
    <details open={own !== undefined}>
      <summary>
        {summary}
        <span className="hidden-text">: {name}</span>
      </summary>
      <Form
        to="/sprecherrat/kulturschaffende"
        intent={intent}
        idempotencyKey={`${formKey}:${intent}:${accountId}`}
        className="flow"
      >
        <input type="hidden" name="accountId" value={accountId} />
        <Field
          field={describe(form, field)}
          id={`${intent}-${accountId}`}
          kind="textarea"
          rows={3}
          label={label}
          hint={lead}
          {...kept(own, field)}
        />
        <Button kind="quiet">{summary}</Button>
      </Form>
    </details>
  )
}
