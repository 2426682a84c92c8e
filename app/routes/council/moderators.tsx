import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { listCreators } from '#app/domain/bodies/creator.server.ts'
import { council } from '#app/domain/council/house.ts'
import {
  appointCouncilModerator,
  listCouncilModerators,
  releaseCouncilModerator,
} from '#app/domain/council/moderators.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { InnerHead } from './inner-head.tsx'
import { enterInside, enterInsideWithForm } from './inside-only.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'more' }

const here = '/sprecherrat/intern/wer-moderiert'

export async function loader(args: LoaderFunctionArgs) {
  const door = enterInside(args)
  const mayAppoint = door.may('council.appoint-moderator', council)
  const moderators = await door.find(listCouncilModerators(door.ask))
  const held = new Set(moderators.map(({ accountId }) => accountId))
  const creators = mayAppoint ? await door.find(listCreators(door.ask, 'confirmed')) : []
  return {
    title: door.t('council:moderators.title'),
    done: door.url.searchParams.has('meldung'),
    formKey: door.formKey(),
    mayAppoint,
    moderators,
    people: creators
      .filter(({ accountId }) => !held.has(accountId))
      .map(({ accountId, name }) => ({ value: accountId, label: name })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterInsideWithForm(args)
  const form = await door.read({ accountId: { type: 'text', min: 1, max: 64 } })
  if (!form.ok) return door.invalid(form.problems)
  const command = door.intent === 'release' ? releaseCouncilModerator : appointCouncilModerator
  return door.runAndGo(command, form.values, () => `${here}?meldung=ja`)
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Moderators() {
  const { title, done, formKey, mayAppoint, moderators, people } = useLoaderData<typeof loader>()
  const answer = useAnswer('appoint')
  const { t } = useWords()
  return (
    <div className="flow">
      <InnerHead title={title} />
      {done && <Alert state="done" role="status" title={t('council:moderators.done')} />}
      <Answered />
      <p className="lead">{t('council:moderators.lead')}</p>
      {moderators.length === 0 && <p>{t('council:inside.moderators-none')}</p>}
      <ul className="flow">
        {moderators.map(({ accountId, name, fromAt }) => (
          <li key={accountId}>
            <strong>{name}</strong>, {t('council:moderators.since')} <Time at={fromAt} as="date" />
            {mayAppoint && (
              <Form to={here} intent="release" idempotencyKey={`${formKey}:${accountId}`}>
                <input type="hidden" name="accountId" value={accountId} />
                <Button kind="quiet">
                  {t('council:moderators.release')}
                  <span className="hidden-text">: {name}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayAppoint && people.length > 0 && (
        <Section id="bestimmen" title={t('council:moderators.appoint')}>
          <Form to={here} intent="appoint" idempotencyKey={formKey} className="flow">
            <Field
              field={{ name: 'accountId', required: true }}
              kind="select"
              label={t('council:moderators.who')}
              options={people}
              {...kept(answer, 'accountId')}
            />
            <Button>{t('council:moderators.appoint')}</Button>
          </Form>
        </Section>
      )}
    </div>
  )
}
