import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { decideObjection, listObjections } from '#app/domain/council/register.server.ts'
import { objectionDecisionForm } from '#app/domain/council/statement.form.ts'
import { describe } from '#app/domain/form.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { InnerHead } from './inner-head.tsx'
import { enterInside, enterInsideWithForm } from './inside-only.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'more' }

const here = '/sprecherrat/intern/einwaende'

export async function loader(args: LoaderFunctionArgs) {
  const door = enterInside(args, 'creator.decide-objection')
  return {
    title: door.t('council:register.objections'),
    done: door.url.searchParams.has('meldung'),
    formKey: door.formKey(),
    objections: await door.find(listObjections(door.ask)),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterInsideWithForm(args, 'creator.decide-objection')
  const form = await door.read(objectionDecisionForm)
  if (!form.ok) return door.invalid(form.problems)
  return door.runAndGo(decideObjection, form.values, () => `${here}?meldung=ja`)
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Objections() {
  const { title, done, formKey, objections } = useLoaderData<typeof loader>()
  const answer = useAnswer('decide')
  const { t } = useWords()
  return (
    <div className="flow">
      <InnerHead title={title} />
      {done && <Alert state="done" role="status" title={t('council:register.decided')} />}
      <Answered />
      <p className="lead">{t('council:register.lead')}</p>
      {objections.length === 0 && <Empty voice="council" title={t('council:register.objections-none')} />}
      {objections.map((one) => (
        <Section
          key={one.id}
          id={`einwand-${one.id}`}
          title={`${one.name}, ${t(`council:register.against.${one.against}`)}`}
        >
          <div className="flow">
            <p>
              <Time at={one.at} as="date" />
            </p>
            <p dir="auto">{one.text}</p>
            {one.outcome !== null ? (
              <p>
                <strong>{t(`council:register.outcomes.${one.outcome}`)}.</strong> {one.outcomeText}
              </p>
            ) : (
              <Form to={here} intent="decide" idempotencyKey={`${formKey}:${one.id}`} className="flow">
                <input type="hidden" name="objectionId" value={one.id} />
                <Field
                  field={describe(objectionDecisionForm, 'outcome')}
                  id={`outcome-${one.id}`}
                  kind="radios"
                  label={t('council:register.outcome')}
                  options={(['upheld', 'rejected'] as const).map((value) => ({
                    value,
                    label: t(`council:register.outcomes.${value}`),
                  }))}
                  {...kept(answer, 'outcome')}
                />
                <Field
                  field={describe(objectionDecisionForm, 'reason')}
                  id={`reason-${one.id}`}
                  kind="textarea"
                  rows={3}
                  label={t('council:register.reason')}
                  {...kept(answer, 'reason')}
                />
                <Button kind="quiet">{t('council:register.decide')}</Button>
              </Form>
            )}
          </div>
        </Section>
      ))}
    </div>
  )
}
