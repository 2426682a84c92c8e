import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { partName } from '#app/components/standards/part-name.ts'
import { partKinds } from '#app/domain/standards/amendment.ts'
import { standardLimits } from '#app/domain/standards/standards.form.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { ClauseChoice, PartDraft } from '#app/routes/standards/propose-steps.server.ts'

/** The clauses taken in, each with its own words; another may be taken along without losing a letter. */
export function ProposeForm({
  slug,
  clauses,
  parts,
  reason,
  errors,
}: {
  readonly slug: string
  readonly clauses: readonly ClauseChoice[]
  readonly parts: readonly PartDraft[]
  readonly reason: string
  readonly errors: readonly { readonly name: string; readonly message: string }[]
}) {
  const { t } = useWords()
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message ?? null
  return (
    <Form className="form" to={`/standards/${slug}/aenderungen/neu`}>
      {/* Pressing Enter in a field checks, and takes nothing out. */}
      <button
        className="hidden-text"
        type="submit"
        name="intent"
        value="check"
        tabIndex={-1}
        aria-hidden="true"
      >
        {t('standards:new.check')}
      </button>
      <p>{t('standards:new.lead')}</p>
      {parts.map((part, at) => (
        <PartFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a part has no name but its place
          key={at}
          at={at}
          part={part}
          clauses={clauses}
          error={errorOf(`text-${at}`)}
        />
      ))}
      <fieldset className="flow">
        <legend>{parts.length === 0 ? t('standards:new.choose') : t('standards:new.other')}</legend>
        {parts.length > 0 && <p className="hint">{t('standards:new.other-hint')}</p>}
        <Field
          kind="select"
          field={{ name: 'add-clause', required: true }}
          label={t('standards:new.choose')}
          options={clauses.map(({ id, number, text }) => ({
            value: id,
            label: `${number} ${text.slice(0, 60)}`,
          }))}
        />
        <Field
          kind="select"
          field={{ name: 'add-kind', required: true }}
          label={t('standards:new.what')}
          options={partKinds.map((kind) => ({ value: kind, label: t(`standards:new.${kind}`) }))}
        />
        <Button kind="quiet" name="intent" value="add">
          {t('standards:new.add')}
        </Button>
      </fieldset>
      <Field
        kind="textarea"
        field={{ name: 'reason', required: true, ...standardLimits.reason }}
        label={t('standards:amendment.reason-field')}
        hint={t('standards:amendment.reason-hint')}
        value={reason}
        error={errorOf('reason')}
      />
      <div className="actions">
        <Button name="intent" value="check">
          {t('standards:new.check')}
        </Button>
      </div>
      <p className="who-sees">{t('standards:new.seen')}</p>
    </Form>
  )
}

function PartFields({
  at,
  part,
  clauses,
  error,
}: {
  readonly at: number
  readonly part: PartDraft
  readonly clauses: readonly ClauseChoice[]
  readonly error: string | null
}) {
  const { t } = useWords()
  const clause = clauses.find(({ id }) => id === part.clauseId)
  const number = clause?.number ?? ''
  const behind = clauses.filter(({ sectionId, id }) => sectionId === clause?.sectionId && id !== clause?.id)
  const name = partName(t, {
    kind: part.kind,
    number,
    section: clause?.section ?? 1,
    after: part.kind === 'insert' ? number : (clauses.find(({ id }) => id === part.after)?.number ?? null),
  })
  return (
    <fieldset className="flow">
      <legend>{name}</legend>
      <PartHidden at={at} part={part} />
      {(part.kind === 'change' || part.kind === 'insert') && (
        <Field
          kind="textarea"
          rows={8}
          field={{ name: `text-${at}`, required: true, max: standardLimits.clause.max }}
          label={part.kind === 'insert' ? t('standards:new.text-new') : t('standards:new.text', { number })}
          value={part.text}
          error={error}
        />
      )}
      {part.kind === 'strike' && (
        <>
          <p>{t('standards:new.text-strike')}</p>
          <blockquote dir="auto">{clause?.text}</blockquote>
        </>
      )}
      {part.kind === 'move' && (
        <Field
          kind="select"
          field={{ name: `after-${at}`, required: true }}
          label={t('standards:new.behind')}
          value={part.after}
          options={[
            { value: '', label: t('standards:new.first') },
            ...behind.map((other) => ({ value: other.id, label: other.number })),
          ]}
        />
      )}
      <Button kind="text" name="remove" value={String(at)} type="submit">
        {t('standards:new.remove', { what: name })}
      </Button>
    </fieldset>
  )
}

/** What the form remembers of a part besides what is typed. */
export function PartHidden({ at, part }: { readonly at: number; readonly part: PartDraft }) {
  return (
    <>
      <input type="hidden" name={`kind-${at}`} value={part.kind} />
      <input type="hidden" name={`clause-${at}`} value={part.clauseId} />
      <input type="hidden" name={`base-${at}`} value={part.base} />
    </>
  )
}
