import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered } from '#app/components/answered.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Go } from '#app/components/go.tsx'
import { ResolutionList } from '#app/components/meetings/resolution-list.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { getBodyRow } from '#app/domain/bodies/body.server.ts'
import { roundTableSlug } from '#app/domain/bodies/body.ts'
import { finishTask, listResolutions } from '#app/domain/meetings/register.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'table', menu: 'table' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const body = await door.find(getBodyRow(door.ask.db, roundTableSlug))
  const only = door.url.searchParams.get('nur') === 'offen' ? 'open' : 'all'
  const all = await listResolutions(door.ask, { bodyId: body.id })
  return {
    title: door.t('meetings:register.title'),
    now: door.ask.now,
    formKey: door.formKey(),
    only,
    resolutions:
      only === 'open' ? all.filter(({ tasks }) => tasks.some(({ doneAt }) => doneAt === null)) : all,
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const note = String(door.posted.get('note') ?? '').slice(0, 400)
  return door.runAndGo(
    finishTask,
    { taskId: String(door.posted.get('task') ?? ''), note },
    () => '/runder-tisch/beschluesse',
  )
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function Register() {
  const { title, now, formKey, only, resolutions } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <RunningHead
        voice="table"
        parts={[
          <Go key="table" to="/runder-tisch">
            {t('bodies:table.title')}
          </Go>,
        ]}
      />
      <h1>{title}</h1>
      <p className="lead">{t('meetings:register.lead')}</p>
      <Answered />
      <p>
        <Go to={only === 'open' ? '/runder-tisch/beschluesse' : '/runder-tisch/beschluesse?nur=offen'}>
          {t(only === 'open' ? 'meetings:register.all' : 'meetings:register.open')}
        </Go>
      </p>
      <div id="auftraege">
        {resolutions.length === 0 ? (
          <Empty voice="table" title={t('meetings:register.none')} />
        ) : (
          <ResolutionList resolutions={resolutions} now={now} finishing={formKey} level={2} />
        )}
      </div>
    </div>
  )
}
