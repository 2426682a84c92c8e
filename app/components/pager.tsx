import { Go } from '#app/components/go.tsx'
import { useWords } from '#app/i18n/words.tsx'

export interface PagerProps {
  readonly page: number
  readonly pages: number
  readonly address: (page: number) => string
  readonly label?: string
}

/** Pages by number: every one has its address, nothing scrolls on for ever. */
export function Pager({ page, pages, address, label }: PagerProps) {
  const { t } = useWords()
  if (pages < 2) return null
  return (
    <nav className="pager" aria-label={label ?? t('components:pager.name')}>
      <p>{t('components:pager.place', { page, pages })}</p>
      <ul>
        {page > 1 && (
          <li>
            <Go to={address(page - 1)} rel="prev">
              {t('components:pager.before')}
            </Go>
          </li>
        )}
        {numbersAround(page, pages).map((number, place) =>
          number === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no name but its place
            <li key={`gap-${place}`} aria-hidden="true" className="gap">
              …
            </li>
          ) : (
            <li key={number}>
              <Go
                to={address(number)}
                aria-label={t('components:pager.page', { page: number })}
                aria-current={number === page ? 'page' : undefined}
              >
                {number}
              </Go>
            </li>
          ),
        )}
        {page < pages && (
          <li>
            <Go to={address(page + 1)} rel="next">
              {t('components:pager.next')}
            </Go>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** First, last and the neighbours of a page; null where some are left out. */
export function numbersAround(page: number, pages: number): readonly (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const numbers = [...new Set(near)].sort((a, b) => a - b)
  return numbers.flatMap((number, place) => {
    const before = numbers[place - 1]
    if (before === undefined || number - before === 1) return [number]
    // A gap of one page is as wide as that page's own number.
    return number - before === 2 ? [number - 1, number] : [null, number]
  })
}
