import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import type { ElectionResult } from '#app/domain/elections/sheet.ts'
import { useWords } from '#app/i18n/words.tsx'
import { RunOffs } from './run-offs.tsx'

interface ResultSheetProps {
  readonly result: ElectionResult
  /** Who won, to be read out. */
  readonly sentence: string | null
  readonly withBranches: boolean
  /** Where anybody can check it; null in a dry run. */
  readonly pollNumber: number | null
}

/** Who is elected to which seat, with every figure and how it was counted. */
export function ResultSheet({ result, sentence, withBranches, pollNumber }: ResultSheetProps) {
  const { t } = useWords()
  if (result.outcome.kind !== 'options') return null
  const { cast, blank, invalid } = result.outcome
  return (
    <>
      <p className="lead">{sentence}</p>
      {result.seats.length > 0 && (
        <Section id="gewaehlt" title={t('elections:result.elected')}>
          <ol>
            {result.seats.map(({ name, branch, ownSeat, left }) => (
              <li key={name}>
                <strong>{name}</strong>, {branch} (
                {ownSeat === null
                  ? t('elections:result.open-seat')
                  : t('elections:result.branch-seat', { branch: ownSeat })}
                ){left && ` – ${t('elections:result.left')}`}
              </li>
            ))}
          </ol>
          {result.next.length > 0 && (
            <p>
              {t('elections:result.next')}{' '}
              <strong>{result.next.map(({ name, branch }) => `${name} (${branch})`).join(', ')}</strong>
            </p>
          )}
        </Section>
      )}
      <Section id="beteiligung" title={t('elections:result.turnout')}>
        <p>
          {t('elections:result.turnout-say', { cast, roll: result.rollSize ?? cast })}{' '}
          {t('elections:result.blank')}: {blank}, {t('elections:result.invalid')}: {invalid}
          {result.paperSheets !== null && `, ${t('elections:result.paper')}: ${result.paperSheets}`}.
        </p>
      </Section>
      <Marks candidates={result.candidates} />
      <Section id="zaehlung" title={t('elections:result.how')}>
        <div className="flow">
          {withBranches && <p>{t('elections:result.how-branches')}</p>}
          <p>
            {t(
              result.candidates.some(({ marks }) => marks !== null)
                ? 'elections:result.how-open'
                : 'elections:result.how-ranked',
            )}
          </p>
          {result.lot && (
            <>
              {result.lot.ties.map(({ between, chosen }) => (
                <p key={between.join()}>
                  <strong>{t('elections:result.lot')}:</strong>{' '}
                  {t('elections:result.lot-say', { between: between.join(', '), chosen: chosen.join(', ') })}
                </p>
              ))}
              <p>{t('elections:result.lot-seed', { seed: result.lot.seed })}</p>
            </>
          )}
          {result.runOffs.length > 0 && (
            <>
              <p>{t('elections:run-off.how')}</p>
              <RunOffs runOffs={result.runOffs} />
            </>
          )}
          <p>{t('elections:result.next-how')}</p>
          {pollNumber !== null && (
            <p className="no-print">
              <Go to={`/abstimmungen/${pollNumber}/pruefen`}>{t('elections:result.check')}</Go>
            </p>
          )}
        </div>
      </Section>
    </>
  )
}

function Marks({ candidates }: Pick<ElectionResult, 'candidates'>) {
  const { t } = useWords()
  const counted = candidates.some(({ marks }) => marks !== null)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard, too
    <section className="scroll-x" aria-label={t('elections:result.table')} tabIndex={0}>
      <table>
        <caption>{t('elections:result.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('elections:result.name')}</th>
            <th scope="col">{t('elections:result.branch')}</th>
            {counted && <th scope="col">{t('elections:result.marks')}</th>}
            <th scope="col">{t('elections:result.elected-mark')}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map(({ name, branch, marks, elected }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{branch}</td>
              {counted && <td>{marks}</td>}
              <td>{t(elected ? 'elections:result.yes' : 'elections:result.no')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
