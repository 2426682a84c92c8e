import { Track } from '#app/components/track.tsx'
import type { RoundTable } from '#app/domain/polls/picture.ts'
import type { PollOption } from '#app/domain/polls/poll.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Votes round by round, with a small bar under each number. */
export function RoundsTable({
  table,
  options,
}: {
  readonly table: RoundTable
  readonly options: readonly Pick<PollOption, 'key' | 'title'>[]
}) {
  const { t } = useWords()
  const most = Math.max(1, ...table.rows.flatMap(({ cells }) => cells.map(({ votes }) => Number(votes ?? 0))))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={t('polls:table.rounds')}>
      <table className="rounds">
        <caption className="hidden-text">{t('polls:table.rounds')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('polls:table.option')}</th>
            {Array.from({ length: table.rounds }, (_, index) => (
              <th key={String(index)} scope="col" className="n">
                {t('polls:table.round', { round: index + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ key, cells }) => (
            <tr key={key}>
              <th scope="row">{options.find((option) => option.key === key)?.title ?? key}</th>
              {cells.map(({ votes, mark }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a round has no name but its number
                <td key={index} className="n">
                  {votes ?? '–'}
                  {mark && <small> {t(`polls:table.${mark}`)}</small>}
                  {votes !== null && <Track share={Number(votes) / most} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
