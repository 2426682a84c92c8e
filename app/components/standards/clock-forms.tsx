import { kept, useAnswer } from '#app/components/answered.tsx'
import { Field } from '#app/components/field.tsx'
import {
  type ClockPageData,
  ClockStep,
  DayField,
  DecisionField,
} from '#app/components/standards/clock-step.tsx'
import { describe } from '#app/domain/form.ts'
import { pauseForm, reachedForm, resumeForm, startForm } from '#app/domain/standards/programme.form.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Start the clock; once it runs, stop it or let it run on, and say which step was reached. */
export function ClockForms({ page }: { readonly page: ClockPageData }) {
  const { t } = useWords()
  if (page.programme === null) {
    return (
      <ClockStep page={page} intent="start" title={t('standards:clock.steer.start')}>
        <DayField
          page={page}
          intent="start"
          form={startForm}
          name="on"
          label={t('standards:clock.steer.start-on')}
        />
        <DecisionField intent="start" form={startForm} />
      </ClockStep>
    )
  }
  return (
    <>
      {page.paused ? (
        <ClockStep page={page} intent="resume" title={t('standards:clock.steer.resume')}>
          <DayField
            page={page}
            intent="resume"
            form={resumeForm}
            name="until"
            label={t('standards:clock.steer.resume-until')}
          />
        </ClockStep>
      ) : (
        <ClockStep page={page} intent="pause" title={t('standards:clock.steer.pause')}>
          <DayField
            page={page}
            intent="pause"
            form={pauseForm}
            name="from"
            label={t('standards:clock.steer.pause-from')}
          />
          <DecisionField intent="pause" form={pauseForm} />
        </ClockStep>
      )}
      {page.open.length > 0 && <Reached page={page} />}
    </>
  )
}

function Reached({ page }: { readonly page: ClockPageData }) {
  const { t } = useWords()
  const answer = useAnswer('reached')
  return (
    <ClockStep page={page} intent="reached" title={t('standards:clock.steer.reached')}>
      <Field
        kind="select"
        id="reached-slug"
        field={describe(reachedForm, 'slug')}
        label={t('standards:clock.steer.reached-which')}
        options={page.open.map((slug) => ({
          value: slug,
          label: t(`standards:milestone.${slug as 'start'}`),
        }))}
        {...kept(answer, 'slug')}
      />
      <DayField
        page={page}
        intent="reached"
        form={reachedForm}
        name="on"
        label={t('standards:clock.steer.reached-on')}
      />
    </ClockStep>
  )
}
