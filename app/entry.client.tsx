import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { openWords, WordsProvider } from './i18n/words.tsx'

/** Only the language of this page is fetched. */
async function wake() {
  const lang = document.documentElement.lang === 'en' ? 'en' : 'de'
  const { default: catalogue } =
    lang === 'en' ? await import('./i18n/en/index.ts') : await import('./i18n/de/index.ts')
  startTransition(() => {
    hydrateRoot(
      document,
      <WordsProvider words={openWords(lang, catalogue)}>
        <RemixBrowser />
      </WordsProvider>,
    )
  })
}

void wake()
