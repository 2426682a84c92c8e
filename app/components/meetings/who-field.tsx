import { Field } from '#app/components/field.tsx'
import type { ConsolePart } from '#app/components/meetings/console.tsx'
import { useWords } from '#app/i18n/words.tsx'

/** Who at the table; where it says so also a citizen, whose name is nobody's to keep. */
export function WhoField({
  part,
  id,
  citizen,
  except,
}: {
  readonly part: Pick<ConsolePart, 'stand'>
  readonly id: string
  readonly citizen?: boolean
  /** Whom it cannot be. */
  readonly except?: string
}) {
  const { t } = useWords()
  return (
    <Field
      field={{ name: 'who', required: true }}
      id={id}
      kind="select"
      label={t('meetings:list.who')}
      options={[
        ...part.stand.seats
          .filter(({ accountId }) => accountId !== except)
          .map((seat) => ({
            value: seat.accountId,
            label: seat.name ?? t('bodies:deleted'),
          })),
        ...(citizen ? [{ value: 'citizen', label: t('meetings:citizen') }] : []),
      ]}
    />
  )
}
