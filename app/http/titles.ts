// Page titles: the heading, then the site's name.
import type { MetaFunction } from '@remix-run/node'

interface Titled {
  readonly title: string
  readonly about?: string
  /** Not for search engines: private and passing pages. */
  readonly hidden?: boolean
}

interface RootMatch {
  readonly id: string
  readonly data: { site?: { name: string; town: string } } | undefined
}

/** `export const meta = titled<typeof loader>((data) => ({ title: data.title }))` */
export function titled<L extends (...args: never[]) => unknown>(
  of: (data: Awaited<ReturnType<L>>) => Titled,
): MetaFunction<L> {
  return ({ data, matches }) => {
    const site = (matches as unknown as readonly RootMatch[]).find((match) => match.id === 'root')?.data?.site
    const name = site ? `${site.name} ${site.town}` : 'Stimmtisch'
    if (data === undefined) return [{ title: name }]
    const { title, about, hidden } = of(data as Awaited<ReturnType<L>>)
    return [
      { title: `${title} – ${name}` },
      { property: 'og:title', content: title },
      { property: 'og:image', content: '/preview.png' },
      ...(about
        ? [
            { name: 'description', content: about },
            { property: 'og:description', content: about },
          ]
        : []),
      ...(hidden ? [{ name: 'robots', content: 'noindex' }] : []),
    ]
  }
}
