import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { partName } from '#app/components/standards/part-name.ts'
import type { ReadAmendment, ReadPart } from '#app/domain/standards/amendment-view.server.ts'
import { standardLimits } from '#app/domain/standards/standards.form.ts'
import { useWords } from '#app/i18n/words.tsx'

/** What was adopted and what stands today, with the words both came from; a human writes what holds both. */
export function SettleForm({
  slug,
  amendment,
  formKey,
}: {
  readonly slug: string
  readonly amendment: ReadAmendment
  readonly formKey: string
}) {
  const { t } = useWords()
  const answer = useAnswer('settle')
  return (
    <section className="flow" aria-labelledby="abstimmen">
      <h2 id="abstimmen">{t('standards:amendment.settle.title')}</h2>
      <p>{t('standards:amendment.settle.lead')}</p>
      <Form
        className="form"
        to={`/standards/${slug}/aenderungen/${amendment.number}`}
        intent="settle"
        idempotencyKey={`${formKey}-settle`}
      >
        {amendment.parts
          .filter(({ kind, clauseId }) => clauseId !== null && (kind === 'change' || kind === 'strike'))
          .map((part) => (
            <fieldset className="flow" key={part.id}>
              <legend>{partName(t, part)}</legend>
              <Places part={part} />
              <Field
                kind="textarea"
                rows={8}
                field={{ name: `text-${part.id}`, max: standardLimits.clause.max }}
                label={t('standards:amendment.settle.text', { what: partName(t, part) })}
                hint={t('standards:amendment.settle.hint')}
                {...kept(answer, `text-${part.id}`, suggestionOf(part))}
              />
            </fieldset>
          ))}
        <Button>{t('standards:amendment.settle.send')}</Button>
      </Form>
    </section>
  )
}

function Places({ part }: { readonly part: ReadPart }) {
  const { t } = useWords()
  return (part.merge?.collisions ?? []).map((place, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a place has no name but its order
    <dl className="three-texts" key={at}>
      <dt>{t('standards:amendment.settle.base')}</dt>
      <dd dir="auto">{place.base}</dd>
      <dt>{t('standards:amendment.settle.theirs')}</dt>
      <dd dir="auto">{place.ours}</dd>
      <dt>{t('standards:amendment.settle.today')}</dt>
      <dd dir="auto">{place.theirs}</dd>
    </dl>
  ))
}

/** All that is settled already, with today's words where a human has to decide. */
function suggestionOf(part: ReadPart): string {
  return (part.merge?.stretches ?? [])
    .map((stretch) => (stretch.kind === 'settled' ? stretch.text : stretch.theirs))
    .join('')
}
