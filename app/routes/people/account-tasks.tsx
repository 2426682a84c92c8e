import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import type { AppointedRole } from '#app/domain/actor.ts'
import { useWords } from '#app/i18n/words.tsx'

interface TasksPartProps {
  readonly tasks: readonly { readonly role: AppointedRole; readonly scope: string }[]
  readonly seats: readonly {
    readonly name: string
    readonly function: string
    readonly untilAt: string | null
  }[]
  readonly may: { readonly operate: boolean; readonly confirm: boolean }
}

/** What one holds: tasks by name, seats with their terms. Left out where there is none. */
export function TasksPart({ tasks, seats, may }: TasksPartProps) {
  const { t } = useWords()
  if (tasks.length === 0 && seats.length === 0) return null
  return (
    <Section id="aufgaben" title={t('people:tasks.title')}>
      <div className="flow">
        <ul>
          {tasks.map(({ role, scope }) => (
            <li key={`${role} ${scope}`}>{t(`people:tasks.${role}`, { scope })}</li>
          ))}
          {seats.map((seat) => (
            <li key={`${seat.name} ${seat.function}`}>
              {seat.name}, {t(`bodies:function.${seat.function}` as 'bodies:function.member')}
              {seat.untilAt && (
                <>
                  , {t('bodies:until')} <Time at={seat.untilAt} as="date" />
                </>
              )}
            </li>
          ))}
        </ul>
        {may.operate && (
          <p>
            <Go to="/betrieb">{t('people:tasks.operate')}</Go>
          </p>
        )}
        {may.confirm && (
          <p>
            <Go to="/sprecherrat/kulturschaffende">{t('people:tasks.confirm')}</Go>
          </p>
        )}
      </div>
    </Section>
  )
}
