import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { useWords } from '#app/i18n/words.tsx'

export interface SearchFormProps {
  readonly typed?: string
  readonly hint?: string
  /** Narrows the search to one kind; kept when the words change. */
  readonly kind?: string | null
}

/** One field and one button; the question stands in the address, so an answer can be passed on. */
export function SearchForm({ typed = '', hint, kind }: SearchFormProps) {
  const { t } = useWords()
  return (
    <Form to="/suche" method="get" role="search" className="search-form">
      <label className="label" htmlFor="suche">
        {t('pages:search.label')}
      </label>
      {hint && (
        <p className="hint" id="suche-hint">
          {hint}
        </p>
      )}
      {kind && <input type="hidden" name="art" value={kind} />}
      <div className="search-line">
        <input
          id="suche"
          name="q"
          type="search"
          dir="auto"
          defaultValue={typed}
          maxLength={200}
          autoComplete="off"
          aria-describedby={hint ? 'suche-hint' : undefined}
        />
        <Button>{t('pages:search.submit')}</Button>
      </div>
    </Form>
  )
}
