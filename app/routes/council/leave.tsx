import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered } from '#app/components/answered.tsx'
import { Actions, Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { confirmLeaving, dropLeaving, proposeLeaving, readLeaving } from '#app/domain/council/leave.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { InnerHead } from './inner-head.tsx'
import { enterInside, enterInsideWithForm } from './inside-only.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'more' }

const here = '/sprecherrat/intern/mitnehmen'

export async function loader(args: LoaderFunctionArgs) {
  const door = enterInside(args, 'council.take-along')
  return {
    title: door.t('council:leave.title'),
    leaving: await readLeaving(door.ask),
    keys: [door.formKey(), door.formKey(), door.formKey()] as const,
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterInsideWithForm(args, 'council.take-along')
  switch (door.intent) {
    case 'propose':
      return door.runAndGo(proposeLeaving, null, () => here)
    case 'drop':
      return door.runAndGo(dropLeaving, null, () => here)
    case 'confirm':
      return door.runAndGo(confirmLeaving, null, () => here)
    default:
      throw door.refuse('not_found')
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Leave() {
  const { title, leaving, keys } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <InnerHead title={title} />
      <Answered />
      <p className="lead">{t('council:leave.lead')}</p>
      <Section id="alles" title={t('council:leave.take')}>
        <Form to="/sprecherrat/intern/archiv" idempotencyKey={keys[0]} className="flow">
          <p>{t('council:leave.take-text')}</p>
          {leaving.packedAt !== null && (
            <p>
              {t('council:leave.taken')}: <Time at={leaving.packedAt} />
            </p>
          )}
          <Button>{t('council:leave.take-button')}</Button>
        </Form>
      </Section>
      <Section id="schliessen" title={t('council:leave.close')}>
        {leaving.closedAt !== null ? (
          <p>
            {t('council:leave.closed')} <Time at={leaving.closedAt} as="date" />.
          </p>
        ) : (
          <div className="flow">
            <p>{t('council:leave.close-text')}</p>
            <p>{t('council:leave.close-two')}</p>
            {leaving.proposed ? (
              <>
                <Alert state="soon" title={t('council:leave.proposed')} />
                <Actions>
                  {!leaving.own && (
                    <Form to={here} intent="confirm" idempotencyKey={keys[1]}>
                      <Button kind="quiet">{t('council:leave.confirm')}</Button>
                    </Form>
                  )}
                  <Form to={here} intent="drop" idempotencyKey={keys[2]}>
                    <Button kind="quiet">{t('council:leave.drop')}</Button>
                  </Form>
                </Actions>
              </>
            ) : (
              <Form to={here} intent="propose" idempotencyKey={keys[1]}>
                <Button kind="quiet">{t('council:leave.propose')}</Button>
              </Form>
            )}
          </div>
        )}
      </Section>
    </div>
  )
}
