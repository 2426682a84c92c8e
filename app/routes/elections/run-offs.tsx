import { Go } from '#app/components/go.tsx'
import { Time } from '#app/components/time.tsx'
import type { ShownRunOff } from '#app/domain/elections/sheet.ts'
import { useWords } from '#app/i18n/words.tsx'

/** The second votes of an election: between whom, for how many seats, and who won. */
export function RunOffs({ runOffs }: { readonly runOffs: readonly ShownRunOff[] }) {
  const { t } = useWords()
  return (
    <ol className="flow">
      {runOffs.map(({ pollNumber, between, seats, opensAt, closesAt, chosen, seed }) => (
        <li key={between.join()} className="flow">
          <p>{t('elections:run-off.between', { names: between.join(', '), count: seats })}</p>
          {opensAt !== null && closesAt !== null && (
            <p>
              {t('elections:facts.open')} <Time at={opensAt} /> {t('elections:facts.until')}{' '}
              <Time at={closesAt} />
            </p>
          )}
          {chosen !== null && (
            <p>
              <strong>
                {t('elections:run-off.chosen', { count: chosen.length, names: chosen.join(', ') })}
              </strong>
            </p>
          )}
          {seed !== null && <p>{t('elections:result.lot-seed', { seed })}</p>}
          {pollNumber !== null && (
            <p className="no-print">
              <Go to={`/abstimmungen/${pollNumber}`}>{t('elections:run-off.page')}</Go>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
