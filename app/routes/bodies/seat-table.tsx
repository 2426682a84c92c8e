import { Time } from '#app/components/time.tsx'
import type { HeldSeat } from '#app/domain/bodies/seats.server.ts'
import { useWords } from '#app/i18n/words.tsx'

interface SeatTableProps {
  readonly caption: string
  readonly held: readonly HeldSeat[]
  /** Seats nobody sits on, shown as such. */
  readonly vacant: number
}

/** Who sits there, as what, and for how long. */
export function SeatTable({ caption, held, vacant }: SeatTableProps) {
  const { t } = useWords()
  return (
    <section aria-label={caption}>
      <table className="seats stacks">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('bodies:name')}</th>
            <th scope="col">{t('bodies:function-head')}</th>
            <th scope="col">{t('bodies:term')}</th>
          </tr>
        </thead>
        <tbody>
          {held.map((seat) => (
            <tr key={seat.membershipId}>
              <th scope="row">{seat.name ?? t('bodies:deleted')}</th>
              <td>{t(`bodies:function.${seat.function}`)}</td>
              <td>
                {t('bodies:since')} <Time at={seat.fromAt} as="date" />
                {seat.untilAt ? (
                  <>
                    {' '}
                    {t('bodies:until')} <Time at={seat.untilAt} as="date" />
                  </>
                ) : (
                  `, ${t('bodies:open-end')}`
                )}
              </td>
            </tr>
          ))}
          {Array.from({ length: vacant }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a vacant seat has no name but its place
            <tr key={`vacant-${place}`}>
              <th scope="row">{t('bodies:vacant')}</th>
              <td>–</td>
              <td>–</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
