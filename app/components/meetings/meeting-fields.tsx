import { kept, useAnswer } from '#app/components/answered.tsx'
import { Field } from '#app/components/field.tsx'
import { describe } from '#app/domain/form.ts'
import { meetingForm } from '#app/domain/meetings/meeting.form.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface PlannedBefore {
  readonly title: string
  readonly day: string
  readonly from: string
  readonly until: string
  readonly place: string
  readonly access: string
  readonly online: string
}

/** When and where, and how one gets in: the same fields for a new meeting and for a changed one. */
export function MeetingFields({ before }: { readonly before: PlannedBefore | null }) {
  const { t } = useWords()
  const answer = useAnswer()
  const field = (name: keyof typeof meetingForm) => ({
    field: describe(meetingForm, name),
    ...kept(answer, name, before?.[name] ?? ''),
  })
  return (
    <>
      <Field {...field('title')} label={t('meetings:plan.name')} hint={t('meetings:plan.name-hint')} />
      <Field {...field('day')} type="date" label={t('meetings:plan.day')} />
      <Field {...field('from')} type="time" label={t('meetings:plan.from')} />
      <Field {...field('until')} type="time" label={t('meetings:plan.until')} />
      <Field {...field('place')} label={t('meetings:plan.place')} />
      <Field
        {...field('access')}
        kind="textarea"
        rows={3}
        label={t('meetings:plan.access')}
        hint={t('meetings:plan.access-hint')}
      />
      <Field {...field('online')} label={t('meetings:plan.online')} hint={t('meetings:plan.online-hint')} />
    </>
  )
}
