import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { type RegisterFilter, taskStates } from '#app/domain/meetings/register-filter.ts'
import { useWords } from '#app/i18n/words.tsx'

interface RegisterFilterFormProps {
  readonly filter: RegisterFilter
  readonly bodies: readonly { readonly slug: string; readonly name: string }[]
  readonly owners: readonly string[]
}

/** What to look for in the register; the question stands in the address and can be passed on. */
export function RegisterFilterForm({ filter, bodies, owners }: RegisterFilterFormProps) {
  const { t } = useWords()
  return (
    <details className="no-print" open={Object.values(filter).some((one) => one !== '' && one !== null)}>
      <summary>{t('meetings:register.filter')}</summary>
      <Form className="form" to="/runder-tisch/beschluesse" method="get" role="search">
        <Field
          field={{ name: 'wort', max: 100 }}
          type="search"
          label={t('meetings:register.words')}
          value={filter.words}
        />
        <Field
          field={{ name: 'gremium' }}
          kind="select"
          label={t('meetings:register.body')}
          value={filter.body}
          options={[
            { value: '', label: t('meetings:register.any') },
            ...bodies.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <Field
          field={{ name: 'wer' }}
          kind="select"
          label={t('meetings:register.owner')}
          value={filter.owner}
          options={[
            { value: '', label: t('meetings:register.any') },
            ...owners.map((owner) => ({ value: owner, label: owner })),
          ]}
        />
        <Field
          field={{ name: 'stand' }}
          kind="select"
          label={t('meetings:register.state')}
          value={filter.state ?? ''}
          options={[
            { value: '', label: t('meetings:register.any') },
            ...taskStates.map((state) => ({ value: state, label: t(`meetings:register.task.${state}`) })),
          ]}
        />
        <Field
          field={{ name: 'bis' }}
          type="date"
          label={t('meetings:register.due')}
          value={filter.dueUntil}
        />
        <Button kind="quiet">{t('meetings:register.show')}</Button>
        <p>
          <Go to="/runder-tisch/beschluesse">{t('meetings:register.all')}</Go>
        </p>
      </Form>
    </details>
  )
}
