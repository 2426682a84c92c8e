import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { describe } from '#app/domain/form.ts'
import { barrierForm, reportForm } from '#app/domain/moderation/moderation.form.ts'
import { reportRules } from '#app/domain/moderation/report.ts'
import type { Answer } from '#app/http/door.server.ts'
import { useWords } from '#app/i18n/words.tsx'
import { reportRuleWords } from './report-words.ts'
import { Trap } from './trap.tsx'

interface ReportFieldsProps {
  readonly barrier: boolean
  readonly address: string
  readonly known: boolean
  readonly state: string
  readonly formKey: string
}

/** The notice form of DSA article 16, and its short sister for barriers. */
export function ReportFields({ barrier, address, known, state, formKey }: ReportFieldsProps) {
  const { t } = useWords()
  const answer = useAnswer()
  const to = barrier ? '/melden?art=barriere' : '/melden'
  return (
    <Form
      to={to}
      intent={barrier ? 'barrier' : 'content'}
      state={state}
      idempotencyKey={formKey}
      className="flow"
    >
      {barrier ? (
        <BarrierFields answer={answer} address={address} />
      ) : (
        <ContentFields answer={answer} address={address} />
      )}
      {known ? <p>{t('moderation:report.known')}</p> : <ContactFields answer={answer} barrier={barrier} />}
      {!barrier && (
        <Field
          kind="checkbox"
          field={describe(reportForm, 'goodFaith')}
          label={t('moderation:report.good-faith')}
          {...kept(answer, 'goodFaith')}
        />
      )}
      <Trap />
      <Button>{t('moderation:report.send')}</Button>
    </Form>
  )
}

interface FieldsProps {
  readonly answer: Answer | undefined
  readonly address: string
}

function ContentFields({ answer, address }: FieldsProps) {
  const { t } = useWords()
  return (
    <>
      <Field
        field={describe(reportForm, 'address')}
        label={t('moderation:report.address')}
        hint={t('moderation:report.address-hint')}
        {...kept(answer, 'address', address)}
      />
      <Field
        kind="radios"
        field={describe(reportForm, 'rule')}
        label={t('moderation:report.rule')}
        options={reportRules
          .filter((rule) => rule !== 'barrier')
          .map((rule) => ({
            value: rule,
            label: reportRuleWords(t, rule),
            hint: rule === 'child' ? t('moderation:report.child-hint') : undefined,
          }))}
        {...kept(answer, 'rule')}
      />
      <Field
        kind="textarea"
        field={describe(reportForm, 'reason')}
        label={t('moderation:report.reason')}
        hint={t('moderation:report.reason-hint')}
        {...kept(answer, 'reason')}
      />
    </>
  )
}

function BarrierFields({ answer, address }: FieldsProps) {
  const { t } = useWords()
  return (
    <>
      <Field
        field={describe(barrierForm, 'address')}
        label={t('moderation:report.barrier-address')}
        {...kept(answer, 'address', address)}
      />
      <Field
        kind="textarea"
        field={describe(barrierForm, 'reason')}
        label={t('moderation:report.barrier-reason')}
        hint={t('moderation:report.reason-hint')}
        {...kept(answer, 'reason')}
      />
      <Field
        type="url"
        field={describe(barrierForm, 'video')}
        label={t('moderation:report.video')}
        {...kept(answer, 'video')}
      />
    </>
  )
}

function ContactFields({
  answer,
  barrier,
}: {
  readonly answer: Answer | undefined
  readonly barrier: boolean
}) {
  const { t } = useWords()
  const hint = t(barrier ? 'moderation:report.barrier-contact-hint' : 'moderation:report.contact-hint')
  return (
    <>
      <Field
        // Not marked as free to leave out: only some reports may come without a name.
        field={{ ...describe(reportForm, 'name'), required: !barrier }}
        label={t('moderation:report.name')}
        hint={hint}
        autoComplete="name"
        {...kept(answer, 'name')}
      />
      <Field
        type="email"
        field={{ ...describe(reportForm, 'mail'), required: !barrier }}
        label={t('moderation:report.mail')}
        autoComplete="email"
        {...kept(answer, 'mail')}
      />
    </>
  )
}
