import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { FactList } from '#app/components/fact-list.tsx'
import { Go } from '#app/components/go.tsx'
import { Time } from '#app/components/time.tsx'
import { getIdeaCase } from '#app/domain/moderation/case.server.ts'
import { ruleOf } from '#app/domain/moderation/measure.ts'
import { groundsForm, versionForm } from '#app/domain/moderation/moderation.form.ts'
import { approveGuestIdea, refuseGuestIdea } from '#app/domain/moderation/text-measures.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { checkThenDo } from './check.server.ts'
import { CheckAnswered, CheckForm } from './check-form.tsx'
import { GroundsFields, groundsFacts } from './grounds.tsx'
import { ThingView } from './thing-view.tsx'

export const handle: PageHandle = { voice: 'none' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { thing, at, dueAt } = await door.find(getIdeaCase(door.ask, Number(door.params.number)))
  const { kind, title, address, html, language, authorName, state, number, version } = thing
  return {
    heading: door.t('moderation:guest-idea.title', { number: number ?? '' }),
    thing: { kind, title, address, html, language, authorName, state },
    number,
    version,
    at,
    dueAt,
    now: door.ask.now,
    keys: [door.formKey(), door.formKey()] as const,
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const { thing } = await door.find(getIdeaCase(door.ask, Number(door.params.number)))
  const ideaId = thing.id
  switch (door.posted.get('what')) {
    case 'publish':
      return checkThenDo(
        door,
        versionForm,
        approveGuestIdea,
        ({ version }) => ({ ideaId, version }),
        '/moderation?meldung=veroeffentlicht',
      )
    case 'refuse':
      return checkThenDo(
        door,
        groundsForm,
        refuseGuestIdea,
        ({ version, template, sentence }) => ({
          ideaId,
          version,
          grounds: { rule: ruleOf(template), template, sentence },
        }),
        '/moderation?meldung=abgelehnt',
      )
    default:
      throw door.refuse('not_found')
  }
}

export const meta = titled<typeof loader>(({ heading }) => ({ title: heading, hidden: true }))

export default function GuestIdeaCase() {
  const { heading, thing, number, version, at, dueAt, now, keys } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const to = `/moderation/faelle/ideen/${number}`
  return (
    <div className="flow">
      <p>
        <Go to="/moderation">{t('moderation:case.back')}</Go>
      </p>
      <h1>{heading}</h1>
      <CheckAnswered />
      <FactList
        facts={[
          { question: t('moderation:case.at'), answer: <Time at={at} as="near" now={now} /> },
          { question: t('moderation:case.due'), answer: <Time at={dueAt} as="near" now={now} /> },
        ]}
      />
      <ThingView thing={thing} />
      {thing.state === 'waiting' ? (
        <>
          <CheckForm
            what="publish"
            to={to}
            formKey={keys[0]}
            carried={{ version }}
            title={t('moderation:guest-idea.publish.title')}
            lead={t('moderation:guest-idea.publish.lead')}
            button={t('moderation:guest-idea.publish.button')}
          />
          <CheckForm
            what="refuse"
            to={to}
            formKey={keys[1]}
            carried={{ version }}
            title={t('moderation:guest-idea.refuse.title')}
            lead={t('moderation:guest-idea.refuse.lead')}
            button={t('moderation:guest-idea.refuse.button')}
            fields={(answer, id) => <GroundsFields answer={answer} id={id} toGuest />}
            summary={(typed) => groundsFacts(t, typed)}
          />
        </>
      ) : (
        <Alert title={t('moderation:case.decided')} />
      )}
    </div>
  )
}
