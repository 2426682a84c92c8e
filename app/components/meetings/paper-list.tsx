import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import type { Paper } from '#app/domain/meetings/papers.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Papers with what each is, so that nobody opens eight megabytes by surprise. */
export function PaperList({
  papers,
  removeTo,
  formKey,
}: {
  readonly papers: readonly Paper[]
  /** Where the form that removes one is sent; not given to those who may not. */
  readonly removeTo?: string
  readonly formKey?: string
}) {
  const { t } = useWords()
  if (papers.length === 0) return <p>{t('meetings:papers.none')}</p>
  return (
    <ul className="plain paper-list">
      {papers.map((paper) => (
        <li key={paper.id}>
          <PaperLink paper={paper} />
          {removeTo && (
            <Form to={removeTo} intent="remove-paper" idempotencyKey={`${formKey}-${paper.id}`}>
              <input type="hidden" name="paper" value={paper.id} />
              <Button kind="text">
                {t('meetings:papers.remove')}
                <span className="hidden-text">: {paper.title}</span>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}

function PaperLink({ paper }: { readonly paper: Paper }) {
  const { t, lang } = useWords()
  if (paper.kind === 'file') {
    const size = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(
      Math.max(0.1, (paper.size ?? 0) / 1_000_000),
    )
    return (
      <a href={`/unterlagen/${paper.id}`}>
        {paper.title} <span className="quiet">{t('meetings:papers.size', { size })}</span>
      </a>
    )
  }
  if (paper.target.startsWith('/')) return <Go to={paper.target}>{paper.title}</Go>
  return (
    <a href={paper.target} rel="noreferrer">
      {paper.title} <span className="quiet">{t('meetings:papers.elsewhere')}</span>
    </a>
  )
}
