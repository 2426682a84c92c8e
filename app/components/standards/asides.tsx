import type { ReactNode } from 'react'
import { Alert } from '#app/components/alert.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { useWords } from '#app/i18n/words.tsx'

export interface ShownAside {
  readonly key: string
  readonly why: 'collided' | 'struck' | 'adopted'
  /** '3.2', or empty for a clause that is no more. */
  readonly number: string
  readonly ours: string
  readonly theirs: string
}

/** Words that could not be merged: nothing is lost, and there is a way on. `ways` are the buttons of each. */
export function Asides({
  asides,
  ways,
}: {
  readonly asides: readonly ShownAside[]
  readonly ways: (aside: ShownAside) => ReactNode
}) {
  const { t } = useWords()
  if (asides.length === 0) return null
  return (
    <Alert state="soon" title={t('standards:workshop.aside-title')}>
      {asides.map((aside) => (
        <div className="aside flow" key={aside.key}>
          <p>{t(`standards:workshop.aside-${aside.why}`, { number: aside.number })}</p>
          <dl className="three-texts">
            <dt>{t('standards:workshop.aside-ours')}</dt>
            <dd dir="auto">{aside.ours}</dd>
            {aside.why !== 'struck' && (
              <>
                <dt>{t('standards:workshop.aside-theirs')}</dt>
                <dd dir="auto">{aside.theirs}</dd>
              </>
            )}
          </dl>
          <div className="actions">{ways(aside)}</div>
        </div>
      ))}
    </Alert>
  )
}

/** The ways on for words the server keeps. */
export function KeptAsideWays({
  aside,
  to,
  proposeTo,
  formKey,
}: {
  readonly aside: ShownAside
  readonly to: string
  readonly proposeTo: string
  readonly formKey: string
}) {
  const { t } = useWords()
  return (
    <>
      {aside.why === 'adopted' ? (
        <ButtonLink kind="quiet" to={proposeTo}>
          {t('standards:workshop.aside-propose')}
        </ButtonLink>
      ) : (
        <Form to={to} intent="use-aside" idempotencyKey={`${formKey}-use-${aside.key}`}>
          <input type="hidden" name="aside" value={aside.key} />
          <Button kind="quiet">
            {t(aside.why === 'struck' ? 'standards:workshop.aside-new' : 'standards:workshop.aside-use')}
          </Button>
        </Form>
      )}
      <Form to={to} intent="clear-aside" idempotencyKey={`${formKey}-clear-${aside.key}`}>
        <input type="hidden" name="aside" value={aside.key} />
        <Button kind="text">{t('standards:workshop.aside-done')}</Button>
      </Form>
    </>
  )
}
