import { type Bench, RoundTable, type Seat } from '#app/components/round-table.tsx'
import type { Stand } from '#app/domain/meetings/stand.ts'
import { useWords } from '#app/i18n/words.tsx'

const sides: Readonly<Record<string, Bench>> = {
  verwaltung: 'administration',
  ausschuss: 'committee',
  kulturschaffende: 'creators',
}

/** The table at this moment: who is in the room, who online, who speaks. */
export function TableNow({ stand, id }: { readonly stand: Stand; readonly id?: string }) {
  const seats = stand.seats
    .filter(({ votes }) => votes)
    .map(
      (seat): Seat => ({
        bench: seat.bench === null ? 'chair' : (sides[seat.bench] ?? 'committee'),
        state: seat.as === 'room' ? 'here' : seat.as === 'online' ? 'online' : 'away',
        name: seat.name,
        speaks: stand.speech?.who.accountId === seat.accountId,
      }),
    )
  return seats.length === 0 ? null : <RoundTable seats={seats} id={id ?? 'round-table'} />
}

/** Enough there to decide, in all and on each bench. */
export function QuorumLine({ stand }: { readonly stand: Stand }) {
  const { t } = useWords()
  const { reached, present, members, needed, benches } = stand.quorum
  return (
    <div className="quorum">
      <p>
        <strong>{t(reached ? 'meetings:quorum.yes' : 'meetings:quorum.no', { present, members })}</strong>
        {!reached && ` ${t('meetings:quorum.needed', { needed })}`}
      </p>
      <ul className="plain">
        {benches.map((bench) => (
          <li key={bench.bench ?? ''}>
            {t('meetings:quorum.bench', {
              bench: bench.name ?? t('meetings:no-bench'),
              present: bench.present,
              members: bench.members,
            })}
            {!bench.reached && ` ${t('meetings:quorum.bench-missing')}`}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** How the speaking time is shared so far. */
export function FairnessLine({ stand }: { readonly stand: Stand }) {
  const { t, lang } = useWords()
  if (stand.shares.length === 0) return null
  const percent = new Intl.NumberFormat(lang, { style: 'percent' })
  return (
    <p className="quiet">
      {t('meetings:shares', {
        shares: stand.shares
          .map((share) => `${share.name ?? t('meetings:no-bench')} ${percent.format(share.share)}`)
          .join(' · '),
      })}
    </p>
  )
}
