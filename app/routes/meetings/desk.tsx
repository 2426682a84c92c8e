import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { LiveNote } from '#app/components/live-note.tsx'
import { FollowingForm, TaskFields } from '#app/components/meetings/desk-forms.tsx'
import { Speaking } from '#app/components/meetings/speaking.tsx'
import { QuorumLine } from '#app/components/meetings/table-now.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { describe } from '#app/domain/form.ts'
import { newNoteForm, noteForm, taskForm } from '#app/domain/meetings/meeting.form.ts'
import { getMeetingByNumber, meetingSubject } from '#app/domain/meetings/meeting.server.ts'
import { noteDown } from '#app/domain/meetings/notes.server.ts'
import { readStand } from '#app/domain/meetings/stand.server.ts'
import { giveTask } from '#app/domain/meetings/tasks.server.ts'
import { type Door, enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { clock, townZone } from '#app/i18n/dates.ts'
import { pointInWords } from '#app/i18n/meeting-words.ts'
import { useWords } from '#app/i18n/words.tsx'
import { useServerClock } from '#app/live/use-server-clock.ts'
import { useStand } from '#app/live/use-stand.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'table', menu: 'table', live: ['bodies', 'meetings', 'polls'] }

async function written(door: Pick<Door, 'find' | 'ask' | 'params' | 'may' | 'refuse' | 'actor'>) {
  const meeting = await door.find(getMeetingByNumber(door.ask, Number(door.params.number)))
  if (!door.may('minutes.write', meetingSubject(meeting))) {
    throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
  }
  return meeting
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const meeting = await written(door)
  return {
    title: door.t('meetings:desk.title', { title: meeting.title }),
    meetingId: meeting.id,
    here: `/runder-tisch/sitzungen/${meeting.number}`,
    formKey: door.formKey(),
    stand: await readStand(door.ask, meeting),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const meeting = await written(door)
  const here = () => `/runder-tisch/sitzungen/${meeting.number}/mitschrift`
  if (door.intent === 'note') {
    const form = await door.read(door.posted.get('note') === '' ? newNoteForm : noteForm)
    if (!form.ok) return door.invalid(form.problems)
    const { item: itemId, note, text } = form.values
    const noteId = note === '' ? null : note
    return door.runAndGo(noteDown, { meetingId: meeting.id, itemId, noteId, text }, here)
  }
  if (door.intent === 'task') {
    const form = await door.read(taskForm)
    if (!form.ok) return door.invalid(form.problems)
    const { item: itemId, ownerId, ...task } = form.values
    return door.runAndGo(giveTask, { itemId, ownerId: ownerId === '' ? null : ownerId, ...task }, here)
  }
  throw door.refuse('not_found')
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Desk() {
  const page = useLoaderData<typeof loader>()
  const words = useWords()
  const { t } = words
  const { stand, live } = useStand({ meetingId: page.meetingId, inside: true, stand: page.stand, own: null })
  const now = useServerClock(stand.now, true)
  const noting = useAnswer('note')
  const to = `${page.here}/mitschrift`
  const itemId = stand.currentId ?? stand.items.find(({ calledAt }) => calledAt !== null)?.id ?? ''
  const noted = new Set(stand.notes.map((note) => note.itemId))
  const dealt = stand.items.filter((item) => noted.has(item.id) && item.open)
  return (
    <div className="flow">
      <RunningHead voice="table" parts={[t(`meetings:state.${stand.state}`), pointInWords(words, stand)]} />
      <h1>{page.title}</h1>
      <Answered />
      {itemId === '' ? (
        <p>{t('meetings:desk.before')}</p>
      ) : (
        <>
          <Speaking stand={stand} now={now} />
          <QuorumLine stand={stand} />
          <FollowingForm
            stand={stand}
            itemId={itemId}
            to={to}
            intent="note"
            idempotencyKey={`${page.formKey}-note`}
          >
            <input type="hidden" name="note" value="" />
            <Field
              field={describe(newNoteForm, 'text')}
              kind="textarea"
              rows={3}
              label={t('meetings:desk.line')}
              hint={t('meetings:desk.line-hint')}
              {...kept(noting, 'text')}
            />
            <Button>{t('meetings:desk.write')}</Button>
          </FollowingForm>
        </>
      )}
      <Section id="zeilen" title={t('meetings:notes.title')}>
        {dealt.map((item) => (
          <div key={item.id}>
            <h3>
              {item.number} {item.open?.title}
            </h3>
            <ol className="minutes-log">
              {stand.notes
                .filter((note) => note.itemId === item.id)
                .map((note) => (
                  <li key={note.noteId}>
                    <Time at={note.at} as="clock" />
                    <details>
                      <summary>{note.text}</summary>
                      <Form
                        className="form"
                        to={to}
                        intent="note"
                        idempotencyKey={`${page.formKey}-${note.noteId}-${stand.asOf}`}
                      >
                        <input type="hidden" name="item" value={item.id} />
                        <input type="hidden" name="note" value={note.noteId} />
                        <Field
                          field={describe(noteForm, 'text')}
                          id={`line-${note.noteId}`}
                          kind="textarea"
                          rows={2}
                          label={t('meetings:desk.change')}
                          hint={t('meetings:desk.empty-removes')}
                          value={note.text}
                        />
                        <Button kind="quiet">{t('meetings:desk.save')}</Button>
                      </Form>
                    </details>
                  </li>
                ))}
            </ol>
          </div>
        ))}
      </Section>
      <Section id="auftrag" title={t('meetings:task.give')}>
        <FollowingForm
          stand={stand}
          itemId={itemId}
          to={to}
          intent="task"
          idempotencyKey={`${page.formKey}-task`}
        >
          <TaskFields stand={stand} />
          <Button kind="quiet">{t('meetings:task.give')}</Button>
        </FollowingForm>
      </Section>
      <p>
        <Go to={`${page.here}/niederschrift`}>{t('meetings:minutes.read')}</Go>
      </p>
      <LiveNote state={live.state} time={clock(stand.now, townZone)} reloadTo={to} />
    </div>
  )
}
