import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Time } from '#app/components/time.tsx'
import type { RegisteredTask } from '#app/domain/meetings/register.server.ts'
import { useWords } from '#app/i18n/words.tsx'

interface TaskListProps {
  readonly tasks: readonly (RegisteredTask & { readonly item?: number; readonly title?: string })[]
  readonly now: string
  /** The form key, where tasks can be finished here. */
  readonly finishing?: string | undefined
}

/** Who has what to do until when; whoever has it says here that it is done. */
export function TaskList({ tasks, now, finishing }: TaskListProps) {
  if (tasks.length === 0) return null
  return (
    <ul className="plain task-list">
      {tasks.map((task) => (
        <li key={task.id}>
          <TaskLine task={task} now={now} />
          {task.item !== undefined && <Go to={`/runder-tisch/punkte/${task.item}`}>{task.title}</Go>}
          {finishing && task.mayFinish && <FinishTask task={task} formKey={finishing} />}
        </li>
      ))}
    </ul>
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
            {task.doneNote && `: ${task.doneNote}`}
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
