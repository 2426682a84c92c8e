import { Go } from '#app/components/go.tsx'
import { useWords } from '#app/i18n/words.tsx'

/** News waits here and never moves what one is reading. A link, so it works without JavaScript too. */
export function NewsBar({ count, to }: { readonly count: number; readonly to: string }) {
  const { t } = useWords()
  if (count === 0) return null
  return (
    <p className="news-bar">
      <Go to={to}>{t('components:news.waiting', { count })}</Go>
    </p>
  )
}
