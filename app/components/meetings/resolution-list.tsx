import { Entries, Entry } from '#app/components/entry.tsx'
import { Go } from '#app/components/go.tsx'
import { FoldedLife } from '#app/components/meetings/item-life.tsx'
import { ReviewDay } from '#app/components/meetings/review-day.tsx'
import { TaskList } from '#app/components/meetings/task-list.tsx'
import type { RegisteredResolution } from '#app/domain/meetings/register.server.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import type { ToldLife } from '#app/i18n/life-words.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** What was resolved, with its figures, and the tasks that follow from it. */
export function ResolutionList({
  resolutions,
  now,
  finishing,
  level = 3,
  lives = {},
}: {
  readonly resolutions: readonly RegisteredResolution[]
  readonly now: string
  /** The form key, where tasks can be finished here. */
  readonly finishing?: string
  readonly level?: 2 | 3
  /** The ways of the items, by their ids. */
  readonly lives?: Readonly<Record<string, ToldLife | null>>
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
              <FoldedLife life={lives[one.itemId] ?? null} about={one.text} />
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
            one.tasks.length > 0 || (finishing && one.mayReview) ? (
              <>
                <TaskList tasks={one.tasks} now={now} finishing={finishing} />
                {finishing && one.mayReview && <ReviewDay resolution={one} formKey={finishing} />}
              </>
            ) : null
          }
        />
      ))}
    </Entries>
  )
}
