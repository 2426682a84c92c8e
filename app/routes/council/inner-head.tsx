import { Go } from '#app/components/go.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { useWords } from '#app/i18n/words.tsx'

/** Over every inner page: whose house it is, and the way back. */
export function InnerHead({ title }: { readonly title: string }) {
  const { t } = useWords()
  return (
    <>
      <RunningHead
        voice="council"
        parts={[
          <Go key="council" to="/sprecherrat">
            {t('bodies:council.title')}
          </Go>,
          <Go key="inside" to="/sprecherrat/intern">
            {t('council:inside.title')}
          </Go>,
        ]}
      />
      <h1>{title}</h1>
    </>
  )
}
