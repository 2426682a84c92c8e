import { optionName } from '#app/components/polls/option-name.ts'
import { PairTable } from '#app/components/polls/pair-table.tsx'
import { ResultBars } from '#app/components/polls/result-bars.tsx'
import { RoundsTable } from '#app/components/polls/rounds-table.tsx'
import { Section } from '#app/components/section-head.tsx'
import type { Poll, PollOption } from '#app/domain/polls/poll.ts'
import type { ResultParts as Parts } from '#app/http/polls.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** The picture, how it was counted, ties, lots, and every figure one click away. */
export function ResultParts({
  poll,
  options,
  parts,
  under,
}: {
  readonly poll: Pick<Poll, 'method' | 'settings' | 'seed'>
  readonly options: readonly PollOption[]
  readonly parts: Parts
  /** What stands before the headings, on a page that has sections of the same names. */
  readonly under?: string
}) {
  const { t } = useWords()
  const id = (name: string) => (under === undefined ? name : `abstimmung-${name}`)
  const headed = (title: string) => (under === undefined ? title : `${under}: ${title}`)
  const { picture, explained, table, pairs, turnout, lots } = parts
  const name = (key: string) =>
    optionName(
      t,
      poll.method,
      options.find((option) => option.key === key),
    )
  return (
    <>
      <Section id={id('bild')} title={headed(t('polls:result.picture'))}>
        <div className="flow">
          <ResultBars
            method={poll.method}
            options={options}
            picture={picture}
            grades={poll.settings.grades ?? null}
          />
          <details className="figures">
            <summary>{t('polls:result.table')}</summary>
            <table>
              <tbody>
                {picture.bars.map(({ key, value, exact }) => (
                  <tr key={key}>
                    <th scope="row">{name(key)}</th>
                    <td className="n">{exact ?? value}</td>
                  </tr>
                ))}
                {(['cast', 'blank', 'invalid'] as const).map((figure) => (
                  <tr key={figure}>
                    <th scope="row">{t(`polls:result.${figure}`)}</th>
                    <td className="n">{turnout[figure]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </div>
      </Section>
      <Section id={id('zaehlung')} title={headed(t('polls:result.rounds'))} lead={explained.rule}>
        {table && <RoundsTable table={table} options={options} />}
        {explained.rounds.length > 0 && (
          <ol className="told-rounds">
            {explained.rounds.map((round, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a round has no name but its number
              <li key={place}>{round}</li>
            ))}
          </ol>
        )}
        {pairs && (
          <details className="figures">
            <summary>{t('polls:result.pairs')}</summary>
            <PairTable pairs={pairs} options={options} />
          </details>
        )}
      </Section>
      <Section id={id('gleichstand')} title={headed(t('polls:result.ties'))}>
        {explained.ties.length === 0 ? (
          <p>{t('polls:result.no-ties')}</p>
        ) : (
          <ul>
            {explained.ties.map((tie, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two ties may read the same
              <li key={place}>{tie}</li>
            ))}
          </ul>
        )}
        {lots && poll.seed !== null && (
          <div className="lots">
            <h3>{t('polls:result.lots')}</h3>
            <p>{t('polls:result.lots-more', { seed: poll.seed })}</p>
            <ol>
              {lots.map((key) => (
                <li key={key}>{name(key)}</li>
              ))}
            </ol>
            <p className="quiet">{t('polls:result.lots-check')}</p>
          </div>
        )}
      </Section>
    </>
  )
}
