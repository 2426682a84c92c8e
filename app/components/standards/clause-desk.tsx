import type { ReactNode } from 'react'
import { Alert } from '#app/components/alert.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { describe } from '#app/domain/form.ts'
import { cardForm, clauseForm, splitForm, standardLimits } from '#app/domain/standards/standards.form.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { WorkshopAnswer } from '#app/routes/standards/workshop-actions.server.ts'

export interface DeskClause {
  readonly id: string
  readonly number: string
  readonly text: string
  readonly version: number
  /** What is written live is too short or too long to be stored. */
  readonly unkept: boolean
  readonly adopted: boolean
  readonly plainText: string
  readonly card: {
    readonly who: string
    readonly pays: string
    readonly insured: string
    readonly call: string
  }
}

/** One clause in the workshop: its words, its place, and what else may be done with it. */
export function ClauseDesk({
  to,
  clause,
  before,
  last,
  answer,
  formKey,
  live,
}: {
  readonly to: string
  readonly clause: DeskClause
  readonly before: DeskClause | null
  readonly last: boolean
  readonly answer: WorkshopAnswer | undefined
  readonly formKey: string
  /** The box in which several write, in place of the form; null while there is none. */
  readonly live: ReactNode
}) {
  const { t } = useWords()
  const key = (what: string) => `${formKey}-${clause.id}-${what}`
  const name = <span className="hidden-text"> {t('standards:clause.title', { number: clause.number })}</span>
  const saved = answer?.intent === 'save' ? answer : undefined
  return (
    <section
      className="clause"
      id={`absatz-${clause.id}`}
      aria-label={t('standards:clause.title', { number: clause.number })}
    >
      <h2>
        <span className="no">{clause.number}</span>
      </h2>
      <div className="body">
        {clause.adopted ? (
          <>
            <p dir="auto">{clause.text}</p>
            <p className="quiet">{t('standards:workshop.adopted')}</p>
          </>
        ) : live !== null && saved === undefined ? (
          live
        ) : (
          <Form className="form" to={to} intent="save" idempotencyKey={key(`save-${clause.version}`)}>
            <input type="hidden" name="clause" value={clause.id} />
            <input type="hidden" name="version" value={saved?.met?.version ?? clause.version} />
            {clause.unkept && <p className="hint">{t('standards:workshop.unkept')}</p>}
            {saved?.met && <Met met={saved.met} yours={String(saved.typed.text ?? '')} />}
            <Field
              kind="textarea"
              id={`text-${clause.id}`}
              rows={4}
              field={describe(clauseForm, 'text')}
              label={t('standards:workshop.clause', { number: clause.number })}
              value={saved?.met?.merge.text ?? (saved ? String(saved.typed.text ?? '') : clause.text)}
              error={saved?.errors.find((error) => error.name === 'text')?.message ?? null}
            />
            <Button kind="quiet">
              {t('standards:workshop.save')}
              {name}
            </Button>
          </Form>
        )}
        <details className="flow" open={answer !== undefined && answer.intent !== 'save'}>
          <summary>{t('standards:workshop.more', { number: clause.number })}</summary>
          {!clause.adopted && (
            <Form to={to} idempotencyKey={key('place')}>
              <input type="hidden" name="clause" value={clause.id} />
              <div className="actions">
                {before && (
                  <Button kind="text" name="intent" value="up">
                    {t('standards:workshop.up')}
                    {name}
                  </Button>
                )}
                {!last && (
                  <Button kind="text" name="intent" value="down">
                    {t('standards:workshop.down')}
                    {name}
                  </Button>
                )}
                <Button kind="text" name="intent" value="strike">
                  {t('standards:workshop.strike')}
                  {name}
                </Button>
              </div>
            </Form>
          )}
          {!clause.adopted && (
            <Form className="form" to={to} intent="split" idempotencyKey={key('split')}>
              <input type="hidden" name="clause" value={clause.id} />
              <Field
                kind="textarea"
                id={`first-${clause.id}`}
                rows={3}
                field={describe(splitForm, 'first')}
                label={t('standards:workshop.split-first')}
                value={clause.text}
              />
              <Field
                kind="textarea"
                id={`second-${clause.id}`}
                rows={3}
                field={describe(splitForm, 'second')}
                label={t('standards:workshop.split-second')}
              />
              <Button kind="text">
                {t('standards:workshop.split')}
                {name}
              </Button>
            </Form>
          )}
          {!clause.adopted && before && !before.adopted && (
            <Form className="form" to={to} intent="join" idempotencyKey={key('join')}>
              <input type="hidden" name="clause" value={clause.id} />
              <input type="hidden" name="into" value={before.id} />
              <Field
                kind="textarea"
                id={`join-${clause.id}`}
                rows={4}
                field={{ name: 'text', required: true, ...standardLimits.clause }}
                label={t('standards:workshop.joined-text')}
                value={`${before.text} ${clause.text}`}
              />
              <Button kind="text">
                {t('standards:workshop.join')}
                {name}
              </Button>
            </Form>
          )}
          <Form className="form" to={to} intent="plain" idempotencyKey={key('plain')}>
            <input type="hidden" name="clause" value={clause.id} />
            <Field
              kind="textarea"
              id={`plain-${clause.id}`}
              rows={3}
              field={{ name: 'text', required: true, ...standardLimits.clause }}
              label={t('standards:workshop.plain')}
              value={clause.plainText}
            />
            <Button kind="text">
              {t('standards:workshop.plain-save')}
              {name}
            </Button>
          </Form>
          <Form className="form" to={to} intent="card" idempotencyKey={key('card')}>
            <input type="hidden" name="clause" value={clause.id} />
            {(['who', 'pays', 'insured', 'call'] as const).map((line) => (
              <Field
                key={line}
                id={`${line}-${clause.id}`}
                field={describe(cardForm, line)}
                label={t(`standards:cards.${line}`)}
                value={clause.card[line]}
              />
            ))}
            <Button kind="text">
              {t('standards:workshop.card-save')}
              {name}
            </Button>
          </Form>
        </details>
      </div>
    </section>
  )
}

/** Two saved at once: what stood before, what stands now, and the own words, none of them lost. */
function Met({ met, yours }: { readonly met: NonNullable<WorkshopAnswer['met']>; readonly yours: string }) {
  const { t } = useWords()
  return (
    <Alert state="soon" title={t('standards:workshop.merged-title')}>
      <p>
        {met.merge.text === null
          ? t('standards:workshop.merged-collides')
          : t('standards:workshop.merged-fits')}
      </p>
      <dl className="three-texts">
        <dt>{t('standards:workshop.merged-base')}</dt>
        <dd dir="auto">{met.base}</dd>
        <dt>{t('standards:workshop.merged-today')}</dt>
        <dd dir="auto">{met.today}</dd>
        <dt>{t('standards:workshop.merged-yours')}</dt>
        <dd dir="auto">{yours}</dd>
      </dl>
    </Alert>
  )
}
