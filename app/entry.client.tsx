/// <reference types="vite/client" />
import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { commonChapters, openWords, WordsProvider } from './i18n/words.tsx'

const chapters = import.meta.glob<Record<string, unknown>>('./i18n/*/*.json', { import: 'default' })

/** Only the language of this page is fetched, and of it only the chapters the page names (none: all of them). */
async function wake() {
  const { lang: asked, dataset } = document.documentElement
  const lang = asked === 'en' ? 'en' : 'de'
  const named = dataset.words?.split(' ')
  const wanted = Object.entries(chapters).flatMap(([file, open]) => {
    const [, , folder, chapter = ''] = file.replace('.json', '').split('/')
    const needed = named === undefined || [...commonChapters, ...named].includes(chapter)
    return folder === lang && needed ? [open().then((words) => [chapter, words] as const)] : []
  })
  const catalogue = await Promise.all(wanted)
  startTransition(() => {
    hydrateRoot(
      document,
      <WordsProvider words={openWords(lang, Object.fromEntries(catalogue))}>
        <RemixBrowser />
      </WordsProvider>,
    )
  })
}

void wake()
