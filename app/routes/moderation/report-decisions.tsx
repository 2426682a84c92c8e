import { kept } from '#app/components/answered.tsx'
import { Field } from '#app/components/field.tsx'
import { describe } from '#app/domain/form.ts'
import { answerForm } from '#app/domain/moderation/moderation.form.ts'
import { useWords } from '#app/i18n/words.tsx'
import { CheckForm } from './check-form.tsx'
import { GroundsFields, groundsFacts, Lines, PauseFields, pauseFacts } from './grounds.tsx'

interface ReportDecisionsProps {
  readonly report: { readonly number: number; readonly rule: string; readonly version: number }
  readonly thingVersion: number
  readonly mayHide: boolean
  readonly mayPause: boolean
  readonly keys: { readonly keep: string; readonly hide: string; readonly pause: string }
}

/** From mild to strong. */
export function ReportDecisions({ report, thingVersion, mayHide, mayPause, keys }: ReportDecisionsProps) {
  const { t } = useWords()
  const to = `/moderation/faelle/meldungen/${report.number}`
  const { version } = report
  const keep = report.rule === 'barrier' || !mayHide ? 'answer' : 'keep'
  return (
    <>
      <CheckForm
        what="keep"
        to={to}
        formKey={keys.keep}
        carried={{ version }}
        title={t(`moderation:report-case.${keep}.title`)}
        lead={t(`moderation:report-case.${keep}.lead`)}
        button={t(`moderation:report-case.${keep}.button`)}
        fields={(answer, id) => (
          <Field
            kind="textarea"
            rows={4}
            id={id('text')}
            field={describe(answerForm, 'text')}
            label={t('moderation:case.answer')}
            hint={t('moderation:case.answer-hint')}
            {...kept(answer, 'text')}
          />
        )}
        summary={(typed) => [
          { question: t('moderation:case.answer'), answer: <Lines text={typed('text')} /> },
        ]}
      />
      {mayHide && (
        <CheckForm
          what="hide"
          to={to}
          formKey={keys.hide}
          carried={{ version, thingVersion }}
          title={t('moderation:report-case.hide.title')}
          lead={t('moderation:report-case.hide.lead')}
          button={t('moderation:report-case.hide.button')}
          fields={(answer, id) => <GroundsFields answer={answer} id={id} />}
          summary={(typed) => groundsFacts(t, typed)}
        />
      )}
      {mayPause && (
        <CheckForm
          what="pause"
          to={to}
          formKey={keys.pause}
          carried={{ version }}
          title={t('moderation:report-case.pause.title')}
          lead={t('moderation:report-case.pause.lead')}
          button={t('moderation:report-case.pause.button')}
          fields={(answer, id) => <PauseFields answer={answer} id={id} />}
          summary={(typed) => pauseFacts(t, typed)}
        />
      )}
    </>
  )
}
