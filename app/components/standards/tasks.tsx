import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import type { ReadTask } from '#app/domain/standards/tasks.server.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Who owes what by when; one press says it is done. */
export function Tasks({
  tasks,
  to,
  today,
  formKey,
}: {
  readonly tasks: readonly ReadTask[]
  readonly to: string
  readonly today: string
  readonly formKey: string
}) {
  const words = useWords()
  const { t } = words
  const day = (at: string) => dateInWords(words, at, townZone)
  if (tasks.length === 0) return <p>{t('standards:workshop.no-tasks')}</p>
  return (
    <ul className="versions">
      {tasks.map((task) => (
        <li key={task.id}>
          <p>
            <strong>{task.what}</strong>
          </p>
          <p className="quiet">
            {t('standards:workshop.task-line', { owner: task.owner, day: day(task.dueOn) })}
            {task.doneAt !== null && (
              <>, {t('standards:workshop.task-finished', { day: day(task.doneAt) })}</>
            )}
            {task.doneAt === null && task.dueOn < today && (
              <>
                , <strong>{t('standards:workshop.task-late')}</strong>
              </>
            )}
          </p>
          {task.doneAt === null && (
            <Form to={to} intent="finish-task" idempotencyKey={`${formKey}-${task.id}`}>
              <input type="hidden" name="task" value={task.id} />
              <Button kind="text">
                {t('standards:workshop.task-done')}
                <span className="hidden-text"> {task.what}</span>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
