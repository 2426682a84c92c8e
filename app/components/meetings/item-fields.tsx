import { kept, useAnswer } from '#app/components/answered.tsx'
import { Field, type FieldOption } from '#app/components/field.tsx'
import { describe } from '#app/domain/form.ts'
import { itemAudiences, itemKinds } from '#app/domain/meetings/agenda.ts'
import { itemForm, type Project, type ProjectField, projectForm } from '#app/domain/meetings/meeting.form.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface ItemBefore {
  readonly title: string
  readonly kind: string
  readonly audience: string
  readonly minutes: string
  readonly text: string
  readonly noGoalReason: string
  readonly responsible: string
  readonly broughtBy: string
  readonly project: Project | null
  readonly goals: readonly string[]
}

/** What an item is, how long it takes, and which goals of the town it serves. */
export function ItemFields({
  before,
  goals,
}: {
  readonly before: ItemBefore | null
  readonly goals: readonly FieldOption[]
}) {
  const { t } = useWords()
  const answer = useAnswer('save')
  const typedGoals = answer?.typed.goals
  const chosen = answer ? (typeof typedGoals === 'string' ? [typedGoals] : (typedGoals ?? [])) : before?.goals
  const text = (name: Exclude<keyof typeof itemForm, 'kind' | 'audience'>, otherwise = '') => ({
    field: describe(itemForm, name),
    ...kept(answer, name, before?.[name] ?? otherwise),
  })
  const project = (name: ProjectField) => ({
    field: describe(projectForm, name),
    ...kept(answer, name, before?.project?.[name] ?? ''),
  })
  const isProject = (answer?.typed.kind ?? before?.kind) === 'project'
  return (
    <>
      <Field {...text('title')} label={t('meetings:item.title')} />
      <Field
        field={describe(itemForm, 'kind')}
        kind="radios"
        label={t('meetings:item.kind')}
        options={itemKinds.map((kind) => ({ value: kind, label: t(`meetings:kind.${kind}`) }))}
        {...kept(answer, 'kind', before?.kind ?? 'consultation')}
      />
      <Field
        field={describe(itemForm, 'audience')}
        kind="radios"
        label={t('meetings:item.audience')}
        options={itemAudiences.map((audience) => ({
          value: audience,
          label: t(`meetings:audience.${audience}`),
          hint: t(`meetings:audience.${audience}-hint`),
        }))}
        {...kept(answer, 'audience', before?.audience ?? 'public')}
      />
      <Field
        {...text('minutes', '15')}
        type="number"
        inputMode="numeric"
        label={t('meetings:item.minutes')}
      />
      <Field
        {...text('text')}
        kind="textarea"
        label={t('meetings:item.text')}
        hint={t('meetings:item.text-hint')}
      />
      <Field
        field={{ name: 'goals' }}
        kind="checkboxes"
        label={t('meetings:item.goals')}
        value={chosen ?? []}
        options={goals}
      />
      <Field
        {...text('noGoalReason')}
        label={t('meetings:item.no-goal')}
        hint={t('meetings:item.no-goal-hint')}
      />
      <Field {...text('responsible')} label={t('meetings:item.responsible')} />
      <Field {...text('broughtBy')} label={t('meetings:item.brought-by')} />
      <details open={isProject}>
        <summary>{t('meetings:project.open')}</summary>
        <div className="form">
          <p className="hint">{t('meetings:project.hint')}</p>
          <Field {...project('what')} kind="textarea" rows={4} label={t('meetings:project.what')} />
          <Field {...project('whom')} kind="textarea" rows={3} label={t('meetings:project.whom')} />
          <Field {...project('when')} label={t('meetings:project.when')} />
          <Field {...project('cost')} label={t('meetings:project.cost')} />
          <Field {...project('asks')} kind="textarea" rows={3} label={t('meetings:project.asks')} />
        </div>
      </details>
    </>
  )
}
