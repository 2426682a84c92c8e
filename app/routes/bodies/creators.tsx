import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { bodySubject } from '#app/domain/bodies/body.server.ts'
import { councilSlug } from '#app/domain/bodies/body.ts'
import { confirmCreator, listCreators } from '#app/domain/bodies/creator.server.ts'
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
    done: door.url.searchParams.get('meldung') === 'bestaetigt',
    formKey: door.formKey(),
    mayConfirm,
    confirmed: await door.find(listCreators(door.ask, 'confirmed')),
    waiting: mayConfirm ? await door.find(listCreators(door.ask, 'waiting')) : [],
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const accountId = String(door.posted.get('accountId') ?? '')
  return door.runAndGo(
    confirmCreator,
    { accountId },
    () => '/sprecherrat/kulturschaffende?meldung=bestaetigt',
  )
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Creators() {
  const { title, done, formKey, mayConfirm, confirmed, waiting } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <h1>{title}</h1>
      {done && <Alert state="done" title={t('bodies:creators.done')} role="status" />}
      <Answered />
      <p className="lead">{t('bodies:creators.lead')}</p>
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
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
