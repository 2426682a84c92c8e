import { Status } from '#app/components/status.tsx'
import { Time } from '#app/components/time.tsx'
import type { ReadProgramme } from '#app/domain/standards/programme.server.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Every step with its day and what it still waits for; the pauses and the decision below. */
export function MilestoneTable({ programme }: { readonly programme: ReadProgramme }) {
  const words = useWords()
  const { t } = words
  const day = (at: string) => dateInWords(words, at, townZone)
  return (
    <div className="flow">
      <table className="stacks">
        <thead>
          <tr>
            <th scope="col">{t('standards:clock.step')}</th>
            <th scope="col">{t('standards:clock.due')}</th>
            <th scope="col">{t('standards:clock.state')}</th>
          </tr>
        </thead>
        <tbody>
          {programme.milestones.map((milestone) => (
            <tr key={milestone.slug}>
              <th scope="row">{t(`standards:milestone.${milestone.slug as 'start'}`)}</th>
              <td data-head={t('standards:clock.due')}>
                <Time at={milestone.dueOn} as="date" />
              </td>
              <td data-head={t('standards:clock.state')}>
                <Status state={milestone.reached ? 'done' : 'received'}>
                  {milestone.reached
                    ? milestone.reachedOn
                      ? t('standards:clock.reached-on', { day: day(milestone.reachedOn) })
                      : t('standards:clock.reached')
                    : milestone.missing > 0
                      ? t('standards:clock.missing', { count: milestone.missing })
                      : t('standards:clock.needs-decision')}
                </Status>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('standards:clock.decision', { decision: programme.decision })}</p>
      {programme.pauses.length > 0 && (
        <>
          <h3>{t('standards:clock.paused-title')}</h3>
          <ul>
            {programme.pauses.map((pause) => (
              <li key={pause.from}>
                {pause.until === null
                  ? t('standards:clock.pause-open', { from: day(pause.from), decision: pause.decision })
                  : t('standards:clock.pause', {
                      from: day(pause.from),
                      until: day(pause.until),
                      decision: pause.decision,
                    })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
