import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered } from '#app/components/answered.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Go } from '#app/components/go.tsx'
import { RegisterFilterForm } from '#app/components/meetings/register-filter-form.tsx'
import { ResolutionList } from '#app/components/meetings/resolution-list.tsx'
import { TaskList } from '#app/components/meetings/task-list.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Section } from '#app/components/section-head.tsx'
import { listBodies } from '#app/domain/bodies/seats.server.ts'
import { lifelinesOf } from '#app/domain/lifelines.server.ts'
import { listLooseTasks, listResolutions } from '#app/domain/meetings/register.server.ts'
import {
  fitsResolution,
  fitsTask,
  fitsWords,
  type RegisterFilter,
  taskStates,
} from '#app/domain/meetings/register-filter.ts'
import { finishTask, setReview } from '#app/domain/meetings/tasks.server.ts'
import { type Door, enter, enterWithForm } from '#app/http/door.server.ts'
import { clean } from '#app/http/form.ts'
import { titled } from '#app/http/titles.ts'
import { lifeInWords } from '#app/i18n/life-words.server.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'table', menu: 'table' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const filter = filterIn(door)
  const today = door.ask.now.slice(0, 10)
  const resolutions = await listResolutions(door.ask, {})
  const loose = await listLooseTasks(door.ask)
  const holding = new Set([...resolutions, ...loose].map(({ body }) => body))
  const tasks = [...resolutions.flatMap((one) => one.tasks), ...loose]
  return {
    title: door.t('meetings:register.title'),
    note: door.url.searchParams.get('meldung'),
    now: door.ask.now,
    formKey: door.formKey(),
    filter,
    bodies: (await listBodies(door.ask)).filter(({ slug }) => holding.has(slug)),
    owners: [...new Set(tasks.map(({ owner }) => owner))].sort(),
    lives: Object.fromEntries(await livesOf(door, resolutions)),
    any: resolutions.length + loose.length > 0,
    resolutions: resolutions.filter((one) => fitsResolution(one, filter, today)),
    loose: loose.filter(
      (task) =>
        (filter.body === '' || task.body === filter.body) &&
        fitsTask(task, filter, today) &&
        fitsWords(`${task.title} ${task.text}`, filter.words),
    ),
  }
}

/** By the id of the item; items that are not public have no line. */
async function livesOf(
  door: Pick<Door, 'ask' | 't' | 'lang'>,
  resolutions: readonly { readonly itemId: string }[],
) {
  const lines = await lifelinesOf(
    door.ask,
    resolutions.map(({ itemId }) => `agendaItem:${itemId}` as const),
  )
  return [...lines].map(
    ([subject, steps]) => [subject.slice('agendaItem:'.length), lifeInWords(door, steps)] as const,
  )
}

function filterIn(door: Pick<Door, 'url'>): RegisterFilter {
  const said = (name: string) => clean(door.url.searchParams.get(name) ?? '').slice(0, 120)
  return {
    words: said('wort'),
    body: said('gremium'),
    owner: said('wer'),
    dueUntil: /^\d{4}-\d\d-\d\d$/.test(said('bis')) ? said('bis') : '',
    state: taskStates.find((state) => state === said('stand')) ?? null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  if (door.intent === 'review') {
    const form = await door.read({ reviewOn: { type: 'date', required: false } })
    if (!form.ok) return door.invalid(form.problems)
    const resolutionId = String(door.posted.get('resolution') ?? '')
    return door.runAndGo(
      setReview,
      { resolutionId, ...form.values },
      () => '/runder-tisch/beschluesse?meldung=review',
    )
  }
  const form = await door.read({ note: { type: 'text', min: 0, max: 400 } })
  if (!form.ok) return door.invalid(form.problems)
  return door.runAndGo(
    finishTask,
    { taskId: String(door.posted.get('task') ?? ''), ...form.values },
    () => '/runder-tisch/beschluesse?meldung=done',
  )
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

const notes = ['done', 'review'] as const

export default function Register() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  const { title, now, formKey, filter, bodies, owners, resolutions, loose } = page
  const note = notes.find((one) => one === page.note)
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
      {note && <Alert state="done" title={t(`meetings:register.note.${note}`)} role="status" />}
      <Answered />
      {page.any && <RegisterFilterForm filter={filter} bodies={bodies} owners={owners} />}
      <div id="auftraege">
        {resolutions.length + loose.length === 0 ? (
          <Empty voice="table" title={t(page.any ? 'meetings:register.nothing' : 'meetings:register.none')} />
        ) : (
          resolutions.length > 0 && (
            <ResolutionList
              resolutions={resolutions}
              now={now}
              finishing={formKey}
              level={2}
              lives={page.lives}
            />
          )
        )}
      </div>
      {loose.length > 0 && (
        <Section id="ohne-abstimmung" title={t('meetings:register.loose')}>
          <TaskList tasks={loose} now={now} finishing={formKey} />
        </Section>
      )}
    </div>
  )
}
