import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { FactList } from '#app/components/fact-list.tsx'
import { Go } from '#app/components/go.tsx'
import { Time } from '#app/components/time.tsx'
import { getPauseCase } from '#app/domain/moderation/case.server.ts'
import { waitsForConfirmation } from '#app/domain/moderation/measure.ts'
import { versionForm } from '#app/domain/moderation/moderation.form.ts'
import { confirmPause, dropPause } from '#app/domain/moderation/pause.server.ts'
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
  const { measure, proposedBy, days, thing } = await door.find(getPauseCase(door.ask, door.params.id ?? ''))
  const { id, template, reason, at, version } = measure
  return {
    title: door.t('moderation:pause-case.title'),
    measure: { id, template, reason, at, version },
    open: waitsForConfirmation(measure),
    own: measure.byId === door.actor.accountId,
    proposedBy,
    days,
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
    keys: [door.formKey(), door.formKey()] as const,
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const { measure } = await door.find(getPauseCase(door.ask, door.params.id ?? ''))
  const input = ({ version }: { version: number }) => ({ measureId: measure.id, version })
  switch (door.posted.get('what')) {
    case 'confirm':
      return checkThenDo(door, versionForm, confirmPause, input, '/moderation?meldung=angehalten')
    case 'drop':
      return checkThenDo(door, versionForm, dropPause, input, '/moderation?meldung=verworfen')
    default:
      throw door.refuse('not_found')
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function PauseCase() {
  const { title, measure, open, own, proposedBy, days, thing, now, keys } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const shared = {
    to: `/moderation/faelle/pausen/${measure.id}`,
    carried: { version: measure.version },
  }
  return (
    <div className="flow">
      <p>
        <Go to="/moderation">{t('moderation:case.back')}</Go>
      </p>
      <h1>{title}</h1>
      <CheckAnswered />
      <FactList
        facts={[
          { question: t('moderation:pause-case.proposed-by'), answer: proposedBy ?? '' },
          {
            question: t('moderation:pause-case.until'),
            answer: t('moderation:pause-case.days', { count: days }),
          },
          { question: t('moderation:appeal-case.rule'), answer: reasonWords(t, measure.template) },
          { question: t('moderation:appeal-case.sentence'), answer: <Lines text={measure.reason} /> },
          { question: t('moderation:case.at'), answer: <Time at={measure.at} as="near" now={now} /> },
        ]}
      />
      <ThingView thing={thing} />
      {!open && <Alert title={t('moderation:case.decided')} />}
      {open && own && <Alert title={t('moderation:pause-case.own')} />}
      {open && !own && (
        <CheckForm
          what="confirm"
          {...shared}
          formKey={keys[0]}
          title={t('moderation:pause-case.confirm.title')}
          lead={t('moderation:pause-case.confirm.lead')}
          button={t('moderation:pause-case.confirm.button')}
        />
      )}
      {open && (
        <CheckForm
          what="drop"
          {...shared}
          formKey={keys[1]}
          title={t('moderation:pause-case.drop.title')}
          lead={t('moderation:pause-case.drop.lead')}
          button={t('moderation:pause-case.drop.button')}
        />
      )}
    </div>
  )
}
