import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import type { ItemAudience, ItemKind } from '#app/domain/meetings/agenda.ts'
import { moves } from '#app/domain/meetings/agenda.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface EditedItem {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly kind: ItemKind
  readonly audience: ItemAudience
  readonly minutes: number
  readonly publicNumber: number
}

/** The agenda with a button for every move: nothing here needs a mouse or a script. */
export function AgendaEditor({
  to,
  formKey,
  number,
  items,
  ahead,
}: {
  readonly to: string
  readonly formKey: string
  readonly number: number
  readonly items: readonly EditedItem[]
  readonly ahead: boolean
}) {
  const { t } = useWords()
  const total = items.reduce((sum, item) => sum + item.minutes, 0)
  return (
    <div className="flow">
      {items.length === 0 ? (
        <p>{t('meetings:agenda.empty')}</p>
      ) : (
        <p>{t('meetings:agenda.total', { count: total })}</p>
      )}
      <ol className="agenda-list">
        {items.map((item) => (
          <li
            key={item.id}
            id={`punkt-${item.id}`}
            className={item.number.includes('.') ? 'below' : undefined}
          >
            <span className="number">{item.number}</span>
            <div>
              <Go to={`/runder-tisch/punkte/${item.publicNumber}`}>{item.title}</Go>
              <p className="quiet">
                {t(`meetings:kind.${item.kind}`)}, {t('meetings:minutes-long', { count: item.minutes })}
                {item.audience === 'inside' && `, ${t('meetings:audience.inside')}`}
              </p>
              <div className="move-row">
                {moves.map((move) => (
                  <Form key={move} to={to} intent="move" idempotencyKey={`${formKey}-${item.id}-${move}`}>
                    <input type="hidden" name="item" value={item.id} />
                    <input type="hidden" name="move" value={move} />
                    <button type="submit" className="nudge">
                      {t(`meetings:move.${move}`)}
                      <span className="hidden-text">: {item.title}</span>
                    </button>
                  </Form>
                ))}
                {ahead && (
                  <>
                    <Go className="text-button" to={`/runder-tisch/punkte/${item.publicNumber}/bearbeiten`}>
                      {t('meetings:agenda.edit')}
                      <span className="hidden-text">: {item.title}</span>
                    </Go>
                    <Form to={to} intent="remove" idempotencyKey={`${formKey}-${item.id}-r`}>
                      <input type="hidden" name="item" value={item.id} />
                      <Button kind="text">
                        {t('meetings:agenda.remove')}
                        <span className="hidden-text">: {item.title}</span>
                      </Button>
                    </Form>
                  </>
                )}
              </div>
            </div>
          </li>
        ))}
      </ol>
      <p>
        <ButtonLink kind="quiet" to={`/runder-tisch/sitzungen/${number}/punkt-neu`}>
          {t('meetings:agenda.add')}
        </ButtonLink>
      </p>
      <Form className="form" to={to} intent="idea" idempotencyKey={`${formKey}-idea`}>
        <Field
          field={{ name: 'idea', required: true, min: 1, max: 999_999_999 }}
          type="number"
          inputMode="numeric"
          label={t('meetings:agenda.idea')}
          hint={t('meetings:agenda.idea-hint')}
          {...kept(useAnswer('idea'), 'idea')}
        />
        <Button kind="quiet">{t('meetings:agenda.idea-button')}</Button>
      </Form>
    </div>
  )
}
