import { Button } from '#app/components/button.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Time } from '#app/components/time.tsx'
import type { RegisteredResolution, RegisteredTask } from '#app/domain/meetings/register.server.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'

/** What was resolved, with its figures, and the tasks that follow from it. */
export function ResolutionList({
  resolutions,
  now,
  finishing,
  level = 3,
}: {
  readonly resolutions: readonly RegisteredResolution[]
  readonly now: string
  /** The form key, where tasks can be finished here. */
  readonly finishing?: string
  readonly level?: 2 | 3
}) {
  const words = useWords()
  const { t } = words
  if (resolutions.length === 0) return <p>{t('meetings:register.none')}</p>
  return (
    <Entries>
      {resolutions.map((one) => (
        <Entry
          key={one.id}
          level={level}
          numeral={one.number}
          to={`/runder-tisch/punkte/${one.item}`}
          title={one.text}
          thought={
            <>
              {t(`meetings:vote.label.${one.kind}`)}: {t(`meetings:vote.short.${one.outcome}`)}
              {one.figures && ` ${one.figures.yes}:${one.figures.no}:${one.figures.abstain}`}
            </>
          }
          meta={[
            dateInWords(words, one.at, townZone),
            <Go key="meeting" to={`/runder-tisch/sitzungen/${one.meeting.number}`}>
              {one.meeting.title}
            </Go>,
            ...(one.ideaNumber
              ? [
                  <Go key="idea" to={`/ideen/${one.ideaNumber}`}>
                    {t('meetings:agenda.from-idea', { number: one.ideaNumber })}
                  </Go>,
                ]
              : []),
            ...(one.reviewOn
              ? [t('meetings:register.review', { day: dateInWords(words, one.reviewOn, townZone) })]
              : []),
          ]}
          side={
            one.tasks.length > 0 ? (
              <ul className="plain task-list">
                {one.tasks.map((task) => (
                  <li key={task.id}>
                    <TaskLine task={task} now={now} />
                    {finishing && task.mayFinish && <FinishTask task={task} formKey={finishing} />}
                  </li>
                ))}
              </ul>
            ) : null
          }
        />
      ))}
    </Entries>
  )
}

function TaskLine({ task, now }: { readonly task: RegisteredTask; readonly now: string }) {
  const { t } = useWords()
  const late = task.doneAt === null && task.dueOn < now.slice(0, 10)
  return (
    <p>
      {task.owner}: {task.text}
      <br />
      <span className={late ? 'late' : 'quiet'}>
        {task.doneAt ? (
          <>
            {t('meetings:task.done')} <Time at={task.doneAt} as="date" />
          </>
        ) : (
          <>
            {t(late ? 'meetings:task.late' : 'meetings:task.by')} <Time at={task.dueOn} as="date" />
          </>
        )}
      </span>
    </p>
  )
}

function FinishTask({ task, formKey }: { readonly task: RegisteredTask; readonly formKey: string }) {
  const { t } = useWords()
  return (
    <details>
      <summary>{t('meetings:task.finish')}</summary>
      <Form
        className="form"
        to="/runder-tisch/beschluesse"
        intent="finish"
        idempotencyKey={`${formKey}-${task.id}`}
      >
        <input type="hidden" name="task" value={task.id} />
        <Field field={{ name: 'note', max: 400 }} id={`done-${task.id}`} label={t('meetings:task.note')} />
        <Button kind="quiet">{t('meetings:task.finish-button')}</Button>
      </Form>
    </details>
  )
}
