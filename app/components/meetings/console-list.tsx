import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import type { ConsolePart } from '#app/components/meetings/console.tsx'
import { Deed } from '#app/components/meetings/deed.tsx'
import { QuorumLine, TableNow } from '#app/components/meetings/table-now.tsx'
import { WhoField } from '#app/components/meetings/who-field.tsx'
import { listModes } from '#app/domain/meetings/speaker-list.ts'
import { placeInWords, reasonInWords, whoInWords } from '#app/i18n/meeting-words.ts'
import { useWords } from '#app/i18n/words.tsx'

/** The list at the console: how it is ordered and why, hands from the room, who is there. */
export function ConsoleList(part: ConsolePart) {
  const words = useWords()
  const { t } = words
  const { page, stand } = part
  const to = `${page.here}/leitung`
  return (
    <section className="console-list" aria-labelledby="konsole-redeliste">
      <h2 id="konsole-redeliste">{t('meetings:list.title')}</h2>
      {stand.list && (
        <>
          <Form
            className="mode-form"
            to={to}
            intent="list-mode"
            idempotencyKey={`${page.formKey}-mode-${stand.turn}`}
          >
            <input type="hidden" name="turn" value={stand.turn} />
            <label className="hidden-text" htmlFor="list-mode">
              {t('meetings:list.mode')}
            </label>
            <select id="list-mode" name="mode" defaultValue={stand.list.mode} key={stand.list.mode}>
              {listModes.map((mode) => (
                <option key={mode} value={mode}>
                  {t(`meetings:mode.${mode}`)}
                </option>
              ))}
            </select>
            <Button kind="quiet">{t('meetings:list.use-mode')}</Button>
          </Form>
          {stand.places.length === 0 && <p className="quiet">{t('meetings:list.empty')}</p>}
          <ol className="speaker-list">
            {stand.places.map((place, index) => (
              <li key={place.requestId}>
                <span>
                  {whoInWords(words, place.who)}
                  <span className="reason">{reasonInWords(words, place.reason)}</span>
                  {index > 0 && (
                    <details>
                      <summary>{t('meetings:list.out-of-turn')}</summary>
                      <Form
                        className="form"
                        to={to}
                        intent="call"
                        idempotencyKey={`${page.formKey}-call-${place.requestId}-${stand.turn}`}
                      >
                        <input type="hidden" name="turn" value={stand.turn} />
                        <input type="hidden" name="request" value={place.requestId} />
                        <Field
                          field={{ name: 'note', required: true, max: 200 }}
                          id={`note-${place.requestId}`}
                          label={t('meetings:list.note')}
                        />
                        <Button kind="quiet">{t('meetings:list.call')}</Button>
                      </Form>
                    </details>
                  )}
                </span>
                <span className="quiet">{placeInWords(words, place.who)}</span>
              </li>
            ))}
          </ol>
          <Deed part={part} intent={stand.list.state === 'open' ? 'list-closed' : 'list-opened'}>
            {t(stand.list.state === 'open' ? 'meetings:list.close' : 'meetings:list.open')}
          </Deed>
          <details data-key="H">
            <summary>
              {t('meetings:list.hand')}
              {part.keys && <kbd>H</kbd>}
            </summary>
            <Form
              className="form"
              to={to}
              intent="hand"
              idempotencyKey={`${page.formKey}-hand-${stand.asOf}`}
            >
              <input type="hidden" name="turn" value={stand.turn} />
              <WhoField part={part} id="hand-who" citizen />
              <Field
                field={{ name: 'kind', required: true }}
                id="hand-kind"
                kind="select"
                label={t('meetings:list.hand-kind.ask')}
                value="speech"
                options={(['speech', 'reply', 'order'] as const).map((kind) => ({
                  value: kind,
                  label: t(`meetings:list.hand-kind.${kind}`),
                }))}
              />
              <Button kind="quiet">{t('meetings:list.hand-enter')}</Button>
            </Form>
          </details>
        </>
      )}
      <QuorumLine stand={stand} />
      <TableNow stand={stand} id="konsole-tisch" />
      <details>
        <summary>{t('meetings:presence.enter')}</summary>
        <Form
          className="form"
          to={to}
          intent="presence"
          idempotencyKey={`${page.formKey}-there-${stand.asOf}`}
        >
          <input type="hidden" name="turn" value={stand.turn} />
          <WhoField part={part} id="presence-who" />
          <Field
            field={{ name: 'as', required: true }}
            kind="select"
            label={t('meetings:presence.as')}
            value="room"
            options={(['room', 'online', 'gone'] as const).map((as) => ({
              value: as,
              label: t(`meetings:presence.${as}`),
            }))}
          />
          <Button kind="quiet">{t('meetings:presence.save')}</Button>
        </Form>
      </details>
      {stand.currentId !== null && <ConsoleConflict {...part} />}
      <ConsoleStandIn {...part} />
    </section>
  )
}

/** Somebody in the room says that the item concerns them. */
function ConsoleConflict(part: ConsolePart) {
  const { t } = useWords()
  const { page, stand } = part
  return (
    <details>
      <summary>{t('meetings:conflict.enter')}</summary>
      <Form
        className="form"
        to={`${page.here}/leitung`}
        intent="conflict"
        idempotencyKey={`${page.formKey}-conflict-${stand.turn}-${stand.asOf}`}
      >
        <input type="hidden" name="turn" value={stand.turn} />
        <WhoField part={part} id="conflict-who" />
        <Field
          field={{ name: 'is', required: true }}
          id="conflict-is"
          kind="select"
          label={t('meetings:conflict.what')}
          value="yes"
          options={(['yes', 'no'] as const).map((is) => ({
            value: is,
            label: t(`meetings:conflict.is-${is}`),
          }))}
        />
        <Button kind="quiet">{t('meetings:presence.save')}</Button>
      </Form>
    </details>
  )
}

/** A substitute who came without a phone. */
function ConsoleStandIn({ page, stand }: ConsolePart) {
  const { t } = useWords()
  const substitutes = stand.seats.filter(
    (seat) => seat.function === 'substitute' && seat.standsInFor === null,
  )
  const missing = stand.seats.filter((seat) => seat.votes && seat.as !== 'room' && seat.as !== 'online')
  if (substitutes.length === 0 || missing.length === 0) return null
  const options = (seats: typeof missing) =>
    seats.map((seat) => ({ value: seat.accountId, label: seat.name ?? t('bodies:deleted') }))
  return (
    <details>
      <summary>{t('meetings:stand-in.enter')}</summary>
      <Form
        className="form"
        to={`${page.here}/leitung`}
        intent="stand-in"
        idempotencyKey={`${page.formKey}-stand-in-${stand.turn}`}
      >
        <input type="hidden" name="turn" value={stand.turn} />
        <Field
          field={{ name: 'who', required: true }}
          id="stand-in-who"
          kind="select"
          label={t('meetings:stand-in.who')}
          options={options(substitutes)}
        />
        <Field
          field={{ name: 'for', required: true }}
          id="stand-in-for"
          kind="select"
          label={t('meetings:stand-in.for')}
          options={options(missing)}
        />
        <Button kind="quiet">{t('meetings:presence.save')}</Button>
      </Form>
    </details>
  )
}
