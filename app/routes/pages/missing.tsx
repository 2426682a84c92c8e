import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { Go } from '#app/components/go.tsx'
import { SearchForm } from '#app/components/search-form.tsx'
import { searchReadable } from '#app/domain/search/search.server.ts'
import { enter } from '#app/http/door.server.ts'
import { bareAddress } from '#app/i18n/address.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'none' }

const mostGuesses = 3

/** Nothing stands at this address. What its words say may still lead somewhere. */
export async function loader(args: LoaderFunctionArgs) {
  const { ask, t, url } = enter(args)
  const typed = wordsIn(bareAddress(url.pathname))
  const guesses = typed === '' ? [] : (await searchReadable(ask, typed, { page: 1, kind: 'idea' })).hits
  return data(
    {
      title: t('pages:states.gone.title'),
      typed,
      guesses: guesses.slice(0, mostGuesses).map(({ to, title }) => ({
        to,
        title: title.map((piece) => piece.text).join(''),
      })),
    },
    { status: 404 },
  )
}

export async function action(args: LoaderFunctionArgs) {
  throw enter(args).refuse('not_found')
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title ?? ''} – Stimmtisch` },
  { name: 'robots', content: 'noindex' },
]

/** '/ideen/probe-raeume.html' → 'ideen probe raeume'; nothing where the address is no text at all. */
function wordsIn(path: string): string {
  let text: string
  try {
    text = decodeURIComponent(path)
  } catch {
    return ''
  }
  return text
    .replace(/\.\w{2,5}$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<!\p{L})(?:ideen|idee|ideas|index|www)(?!\p{L})/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 80)
}

export default function Missing() {
  const { title, typed, guesses } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{t('pages:states.gone.text')}</p>
      {guesses.length > 0 && (
        <div className="above-list">
          <p>{t('pages:states.gone.search')}</p>
          <ul className="flow">
            {guesses.map((guess) => (
              <li key={guess.to}>
                <Go to={guess.to}>{guess.title}</Go>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="section">
        <SearchForm typed={typed} />
      </div>
      <p className="actions">
        <Go className="text-button" to="/ideen">
          {t('common:trouble.to-ideas')}
        </Go>
        <Go className="text-button" to="/mehr">
          {t('pages:more.lead')}
        </Go>
        <Go className="text-button" to="/">
          {t('common:trouble.to-start')}
        </Go>
      </p>
    </>
  )
}
