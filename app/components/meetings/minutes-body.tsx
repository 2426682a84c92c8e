import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { FoldedLife } from '#app/components/meetings/item-life.tsx'
import { Time } from '#app/components/time.tsx'
import { useWords } from '#app/i18n/words.tsx'
import type { MinutesPage } from '#app/routes/meetings/minutes.tsx'
import type { ShownMinutes, ShownSentence } from '#app/routes/meetings/minutes-view.server.ts'

interface MinutesBodyProps {
  readonly page: MinutesPage
  readonly minutes: ShownMinutes
  readonly to: string
}

/** The text, sentence by sentence; those who were there can mark one and say how it should read. */
export function MinutesBody({ page, minutes, to }: MinutesBodyProps) {
  const { t } = useWords()
  const marking = page.may.correct && minutes.state !== 'draft' && minutes.version === 'inside'
  const sentences = (list: readonly ShownSentence[]) =>
    list.map((sentence) => (
      <li key={sentence.key} id={`satz-${sentence.key}`}>
        <span dir="auto">{sentence.text}</span>
        {marking && (
          <details className="no-print">
            <summary>
              {t(minutes.state === 'checked' ? 'meetings:minutes.mark' : 'meetings:minutes.object')}
            </summary>
            <Form
              className="form"
              to={to}
              intent="correct"
              idempotencyKey={`${page.formKey}-${sentence.key}`}
            >
              <input type="hidden" name="sentence" value={sentence.key} />
              <Field
                field={{ name: 'proposed', required: true, min: 3, max: 1000 }}
                id={`proposed-${sentence.key}`}
                kind="textarea"
                rows={2}
                label={t('meetings:minutes.better')}
                value={sentence.text}
              />
              <Button kind="quiet">{t('meetings:minutes.propose')}</Button>
            </Form>
          </details>
        )}
      </li>
    ))
  return (
    <>
      <ul className="minutes-text">{sentences(minutes.head)}</ul>
      {minutes.items.map((item) => (
        <section key={item.id} aria-labelledby={`punkt-${item.id}`}>
          <h2 id={`punkt-${item.id}`}>
            {item.number} {item.title}
          </h2>
          {item.sentences.length === 0 ? (
            <p className="quiet">{t('meetings:minutes.closed-part')}</p>
          ) : (
            <ul className="minutes-text">{sentences(item.sentences)}</ul>
          )}
          <FoldedLife life={item.life} about={item.title} />
        </section>
      ))}
      <ul className="minutes-text">{sentences(minutes.tail)}</ul>
      <div className="signatures">
        {minutes.signatures.map((signature) => (
          <p key={signature.as}>
            {t(`meetings:minutes.signed-by.${signature.as}`)} <Time at={signature.at} />
          </p>
        ))}
        {minutes.hash && (
          <p className="hash">
            {t('meetings:minutes.hash')} <code>{minutes.hash}</code>
          </p>
        )}
        {minutes.publishedAt && (
          <p>
            {t('meetings:minutes.published')} <Time at={minutes.publishedAt} as="date" />
          </p>
        )}
        {minutes.approvedIn && <p>{t('meetings:minutes.approved', { title: minutes.approvedIn })}</p>}
      </div>
    </>
  )
}
