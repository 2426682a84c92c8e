import type { PollOption } from '#app/domain/polls/poll.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Everything against everything: rows over columns. */
export function PairTable({
  pairs,
  options,
}: {
  readonly pairs: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly options: readonly Pick<PollOption, 'key' | 'title'>[]
}) {
  const { t } = useWords()
  const shown = options.filter(({ key }) => key in pairs)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={t('polls:result.pairs')}>
      <table className="rounds">
        <caption>{t('polls:result.pairs-more')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('polls:table.option')}</th>
            {shown.map(({ key, title }) => (
              <th key={key} scope="col" className="n">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.title}</th>
              {shown.map((column) => (
                <td key={column.key} className="n">
                  {row.key === column.key ? '–' : (pairs[row.key]?.[column.key] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
