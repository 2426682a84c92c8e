import { Go } from '#app/components/go.tsx'
import { MonthLine } from '#app/components/month-line.tsx'
import { Time } from '#app/components/time.tsx'
import type { ReadProgramme } from '#app/domain/standards/programme.server.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords, type Words } from '#app/i18n/words.tsx'

/** The clock as a sentence first, then as a line. */
export function ProgrammeLine({
  programme,
  stepsTo,
}: {
  readonly programme: ReadProgramme
  readonly stepsTo?: string
}) {
  const words = useWords()
  const { t } = words
  const { clock, months, sections, milestones } = programme
  return (
    <div className="flow">
      <MonthLine
        month={clock.over ? months + 1 : clock.month}
        months={months}
        goals={milestones.map(({ month }) => month).filter((month) => month > 0)}
        sentence={
          <>
            <strong>{t('standards:clock.sentence', { month: clock.month, months })}</strong>{' '}
            {t('standards:clock.left', { count: clock.monthsLeft })} {paceInWords(words, programme)}{' '}
            {t('standards:of-sections', sections)}.
          </>
        }
        start={
          <>
            {t('standards:clock.start', { day: '' })}
            <Time at={programme.startedOn} as="date" />
          </>
        }
        end={
          <>
            {t('standards:clock.end', { day: '' })}
            <Time at={clock.endsOn} as="date" />
          </>
        }
      />
      {stepsTo && (
        <p>
          <Go className="text-button" to={stepsTo}>
            {t('standards:clock.steps')}
          </Go>
        </p>
      )}
    </div>
  )
}

/** Why it is on time, tight or late: the milestone that says so. */
export function paceInWords(words: Words, { course, clock, months, sections }: ReadProgramme): string {
  const { t } = words
  if (course.pace === 'over') {
    return t('standards:clock.over', { months, count: sections.all - sections.adopted })
  }
  const { milestone } = course
  const day = (at: string) => dateInWords(words, at, townZone)
  if (course.pace === 'paused') return t('standards:clock.why.paused', { day: day(clock.pausedSince ?? '') })
  if (milestone === null) return t('standards:clock.why.finished')
  return t(`standards:clock.why.${course.pace}`, {
    milestone: t(`standards:milestone.${milestone.slug as 'start'}`),
    day: day(milestone.dueOn),
    missing:
      milestone.missing > 0
        ? t('standards:clock.missing', { count: milestone.missing })
        : t('standards:clock.needs-decision'),
  })
}
