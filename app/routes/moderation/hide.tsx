import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Go } from '#app/components/go.tsx'
import { findThingAt } from '#app/domain/moderation/case.server.ts'
import { ruleOf, type Template } from '#app/domain/moderation/measure.ts'
import { groundsForm, pauseForm } from '#app/domain/moderation/moderation.form.ts'
import { pauseAccount } from '#app/domain/moderation/pause.server.ts'
import { hideContribution, hideIdea } from '#app/domain/moderation/text-measures.server.ts'
import type { Thing } from '#app/domain/moderation/thing.server.ts'
import { type Door, enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { checkThenDo } from './check.server.ts'
import { CheckAnswered, CheckForm } from './check-form.tsx'
import { GroundsFields, groundsFacts, PauseFields, pauseFacts } from './grounds.tsx'
import { ThingView } from './thing-view.tsx'

export const handle: PageHandle = { voice: 'none' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const thing = await thingIn(door)
  return {
    title: door.t('moderation:hide.title'),
    address: addressIn(door.url),
    thing: thing && {
      kind: thing.kind,
      title: thing.title,
      address: thing.address,
      html: thing.html,
      language: thing.language,
      authorName: thing.authorName,
      state: thing.state,
    },
    version: thing?.version ?? 1,
    mayHide: thing !== null && thing.kind !== 'account' && thing.state === 'there',
    mayPause: Boolean(thing?.authorId),
    keys: [door.formKey(), door.formKey()] as const,
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const thing = await thingIn(door)
  if (thing === null) throw door.refuse('not_found')
  switch (door.posted.get('what')) {
    case 'hide':
      return thing.kind === 'idea'
        ? checkThenDo(
            door,
            groundsForm,
            hideIdea,
            (values) => ({ ideaId: thing.id, version: values.version, grounds: groundsOf(values) }),
            '/moderation?meldung=ausgeblendet',
          )
        : checkThenDo(
            door,
            groundsForm,
            hideContribution,
            (values) => ({ contributionId: thing.id, version: values.version, grounds: groundsOf(values) }),
            '/moderation?meldung=ausgeblendet',
          )
    case 'pause':
      return checkThenDo(
        door,
        pauseForm,
        pauseAccount,
        (values) => ({ accountId: thing.authorId ?? '', days: values.days, grounds: groundsOf(values) }),
        '/moderation?meldung=vorgeschlagen',
      )
    default:
      throw door.refuse('not_found')
  }
}

function groundsOf({ template, sentence }: { template: Template; sentence: string }) {
  return { rule: ruleOf(template), template, sentence }
}

function thingIn(door: Pick<Door, 'find' | 'ask' | 'url' | 'platform'>): Promise<Thing | null> {
  return door.find(findThingAt(door.ask, addressIn(door.url), door.platform.baseUrl))
}

function addressIn(url: URL): string {
  return (url.searchParams.get('adresse') ?? '').slice(0, 500)
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Hide() {
  const { title, address, thing, version, mayHide, mayPause, keys } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const to = `/moderation/massnahme?adresse=${encodeURIComponent(address)}`
  return (
    <div className="flow">
      <p>
        <Go to="/moderation">{t('moderation:case.back')}</Go>
      </p>
      <h1>{title}</h1>
      <CheckAnswered />
      {thing === null ? (
        <Alert title={t('moderation:hide.not-found')} />
      ) : (
        <>
          <ThingView thing={thing} />
          {mayHide && (
            <CheckForm
              what="hide"
              to={to}
              formKey={keys[0]}
              carried={{ version }}
              title={t('moderation:report-case.hide.title')}
              lead={t('moderation:report-case.hide.lead')}
              button={t('moderation:report-case.hide.button')}
              fields={(answer, id) => <GroundsFields answer={answer} id={id} />}
              summary={(typed) => groundsFacts(t, typed)}
            />
          )}
          {mayPause && (
            <CheckForm
              what="pause"
              to={to}
              formKey={keys[1]}
              carried={{ version }}
              title={t('moderation:report-case.pause.title')}
              lead={t('moderation:report-case.pause.lead')}
              button={t('moderation:report-case.pause.button')}
              fields={(answer, id) => <PauseFields answer={answer} id={id} />}
              summary={(typed) => pauseFacts(t, typed)}
            />
          )}
        </>
      )}
    </div>
  )
}
