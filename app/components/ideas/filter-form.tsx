import { Button } from '#app/components/button.tsx'
import { Field, type FieldOption } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { type IdeaFilter, ideaSorts, type Stand, stands, standWords } from '#app/domain/ideas/filter.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Everything one can choose by, as a plain GET form: the address then says what is shown. */
export function FilterForm({
  filter,
  goals,
  districts,
}: {
  readonly filter: IdeaFilter
  readonly goals: readonly FieldOption[]
  readonly districts: readonly FieldOption[]
}) {
  const { t } = useWords()
  const standWord = (stand: Stand) =>
    stand === 'ueberfaellig' ? t('ideas:list.overdue') : t(`ideas:state.${stands[stand]}`)
  return (
    <Form to="/ideen" method="get" className="filter" role="search" aria-label={t('ideas:list.filter')}>
      <Choice
        name="stadtteil"
        label={t('ideas:list.district')}
        any={t('ideas:list.any-district')}
        value={filter.district}
        options={districts}
      />
      <Choice
        name="ziel"
        label={t('ideas:list.goal')}
        any={t('ideas:list.any-goal')}
        value={filter.goal}
        options={goals}
      />
      <Choice
        name="stand"
        label={t('ideas:list.stand')}
        any={t('ideas:list.any-stand')}
        value={filter.stand}
        options={standWords.map((stand) => ({ value: stand, label: standWord(stand) }))}
      />
      <Field
        field={{ name: 'reihenfolge', required: true }}
        kind="select"
        label={t('ideas:list.sort')}
        value={filter.sort}
        options={ideaSorts.map((sort) => ({ value: sort, label: t(`ideas:list.sort-${sort}`) }))}
      />
      <div className="actions">
        <Button kind="quiet">{t('ideas:list.show')}</Button>
      </div>
    </Form>
  )
}

function Choice({
  name,
  label,
  any,
  value,
  options,
}: {
  readonly name: string
  readonly label: string
  readonly any: string
  readonly value: string | null
  readonly options: readonly FieldOption[]
}) {
  return (
    <Field
      field={{ name, required: true }}
      kind="select"
      label={label}
      value={value ?? ''}
      options={[{ value: '', label: any }, ...options]}
    />
  )
}
