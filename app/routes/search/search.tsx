import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Pager } from '#app/components/pager.tsx'
import { SearchForm } from '#app/components/search-form.tsx'
import { Tabs } from '#app/components/tabs.tsx'
import { findGoalsAndDistricts } from '#app/domain/goals/find.ts'
import { goalAnchor } from '#app/domain/goals/town.ts'
import type { EntryKind } from '#app/domain/search/entry.ts'
import { findJump, hitsPerPage, searchReadable, shortestTyped } from '#app/domain/search/search.server.ts'
import { enter } from '#app/http/door.server.ts'
import { clean } from '#app/http/form.ts'
import { titled } from '#app/http/titles.ts'
import { addressIn } from '#app/i18n/address.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { Hits, JumpHint, PagesFound } from './hits.tsx'

export const handle: PageHandle = { voice: 'citizens' }

const kinds: Readonly<Record<string, EntryKind>> = {
  ideen: 'idea',
  beitraege: 'contribution',
  abstimmungen: 'poll',
  punkte: 'agendaItem',
  beschluesse: 'resolution',
  niederschriften: 'minutes',
}
const longestTyped = 200

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { ask, t, url, lang } = door
  const asked = url.searchParams.get('q')
  const typed = clean(asked ?? '').slice(0, longestTyped)
  const chosen = url.searchParams.get('art') ?? ''
  const kind = Object.hasOwn(kinds, chosen) ? chosen : null
  const page = door.page()
  const form = {
    title: typed === '' ? t('pages:search.title') : t('pages:search.heading', { query: typed }),
    typed,
    kind,
    page,
  }
  if (asked === null) return { ...form, problem: null, found: null }
  if (typed === '') return { ...form, problem: t('pages:search.empty'), found: null }
  const jump = await findJump(ask, typed)
  if (jump?.certain && jump.there) throw redirect(addressIn(lang, jump.to), 303)
  if (typed.length < shortestTyped && !jump) {
    return { ...form, problem: t('pages:search.too-short'), found: null }
  }
  if (!(await door.platform.allow('search', ask.actor.accountId ?? door.visit.peer))) {
    throw door.refuse('too_often')
  }
  const { hits, total, tooMany } = await searchReadable(ask, typed, {
    page,
    kind: kind ? (kinds[kind] ?? null) : null,
  })
  const { goals, districts } = findGoalsAndDistricts(ask.town, typed, lang)
  return {
    ...form,
    problem: null,
    found: {
      hits,
      total,
      tooMany,
      jump,
      pages: Math.ceil(total / hitsPerPage),
      goals: goals.map(({ number, short }) => ({ number, anchor: goalAnchor(number), short: short[lang] })),
      districts: districts.map(({ slug, name }) => ({ slug, name })),
    },
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Search() {
  const { title, typed, kind, page, problem, found } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const address = (art: string | null, number = 1) =>
    `/suche?${new URLSearchParams({ q: typed, ...(art ? { art } : {}), ...(number > 1 ? { seite: String(number) } : {}) })}`
  return (
    <div className="search-page">
      <h1 dir="auto">{title}</h1>
      <div className="above-list">
        <SearchForm
          typed={typed}
          kind={kind}
          hint={`${t('pages:search.hint')} ${t('pages:search.number-hint')}`}
        />
      </div>
      {problem && <Alert state="soon" title={problem} role="alert" />}
      {found && (
        <>
          {found.jump && <JumpHint jump={found.jump} />}
          <Tabs
            label={t('pages:search.where')}
            tabs={[
              { to: address(null), title: t('pages:search.everywhere'), current: kind === null },
              { to: address('ideen'), title: t('pages:search.ideas'), current: kind === 'ideen' },
              {
                to: address('beitraege'),
                title: t('pages:search.contributions'),
                current: kind === 'beitraege',
              },
              { to: address('punkte'), title: t('pages:search.items'), current: kind === 'punkte' },
              {
                to: address('beschluesse'),
                title: t('pages:search.resolutions'),
                current: kind === 'beschluesse',
              },
              {
                to: address('niederschriften'),
                title: t('pages:search.minutes'),
                current: kind === 'niederschriften',
              },
            ]}
          />
          <Hits {...found} typed={typed} />
          <Pager page={page} pages={found.pages} address={(number) => address(kind, number)} />
          <PagesFound goals={found.goals} districts={found.districts} />
        </>
      )}
    </div>
  )
}
