import type { Lang } from './languages.ts'
import type { PageName } from './pages.ts'

// Taken into the build, so that a running house needs no source files beside it.
const texts: Record<string, string> = import.meta.glob('./pages/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The Markdown of a fixed page, its gaps still open. */
export function getPageText(lang: Lang, name: PageName): string {
  const text = texts[`./pages/${lang}/${name}.md`]
  if (text === undefined) throw new Error(`The page ${name} is missing in the language ${lang}.`)
  return text
}
