import { kept } from '#app/components/answered.tsx'
import type { Fact } from '#app/components/fact-list.tsx'
import { Field } from '#app/components/field.tsx'
import { describe } from '#app/domain/form.ts'
import { isTemplate, ruleOf, type Template, templates } from '#app/domain/moderation/measure.ts'
import { groundsForm, pauseForm } from '#app/domain/moderation/moderation.form.ts'
import type { Answer } from '#app/http/door.server.ts'
import { type Say, useWords } from '#app/i18n/words.tsx'

interface GroundsProps {
  readonly answer: Answer | undefined
  readonly id: (name: string) => string
  /** A guest has no mail: the sentence waits behind the secret word. */
  readonly toGuest?: boolean
}

/** Rule with reason, and the moderator's own sentence. */
export function GroundsFields({ answer, id, toGuest = false }: GroundsProps) {
  const { t } = useWords()
  return (
    <>
      <Field
        kind="select"
        id={id('template')}
        field={describe(groundsForm, 'template')}
        label={t('moderation:case.template')}
        options={[
          { value: '', label: t('moderation:case.choose') },
          ...templates.map((template) => ({ value: template, label: reasonWords(t, template) })),
        ]}
        {...kept(answer, 'template')}
      />
      <Field
        kind="textarea"
        rows={4}
        id={id('sentence')}
        field={describe(groundsForm, 'sentence')}
        label={t('moderation:case.sentence')}
        hint={t(toGuest ? 'moderation:case.sentence-hint-guest' : 'moderation:case.sentence-hint')}
        {...kept(answer, 'sentence')}
      />
    </>
  )
}

export function PauseFields({ answer, id }: GroundsProps) {
  const { t } = useWords()
  return (
    <>
      <Field
        type="number"
        inputMode="numeric"
        id={id('days')}
        field={describe(pauseForm, 'days')}
        label={t('moderation:case.days')}
        {...kept(answer, 'days', '7')}
      />
      <GroundsFields answer={answer} id={id} />
    </>
  )
}

/** What was typed, for checking. */
export function groundsFacts(t: Say, typed: (name: string) => string): readonly Fact[] {
  const template = typed('template')
  return [
    {
      question: t('moderation:case.template'),
      answer: isTemplate(template) ? reasonWords(t, template) : template,
    },
    { question: t('moderation:case.sentence'), answer: <Lines text={typed('sentence')} /> },
  ]
}

export function pauseFacts(t: Say, typed: (name: string) => string): readonly Fact[] {
  const days = { question: t('moderation:case.days'), answer: typed('days') }
  return [days, ...groundsFacts(t, typed)]
}

/** "Regel 2, Beleidigung" */
export function reasonWords(t: Say, template: Template): string {
  return t('moderation:reason-line', {
    number: ruleOf(template),
    reason: t(`moderation:template.${template}`),
  })
}

/** Plain text as it was typed, with its lines. */
export function Lines({ text }: { readonly text: string }) {
  return <span className="typed">{text}</span>
}
