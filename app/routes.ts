// The map: every address of the house in one list. German paths, because they are read aloud and typed in by hand;
// English files. Each stands twice: bare for German, behind /en for English.
import { type RouteConfigEntry, route } from '@remix-run/route-config'
import { languages } from './i18n/languages.ts'
import { pageNames } from './i18n/pages.ts'

/** Texts that stand fast, all shown by one file. */
const fixedPages = pageNames.map((name) => [name, 'pages/fixed.tsx'] as const)

/** Address → file in app/routes. Order: as a visitor meets them. */
export const pages: readonly (readonly [address: string, file: string])[] = [
  ['/', 'pages/home.tsx'],
  ['ideen', 'ideas/list.tsx'],
  ['ideen/neu', 'ideas/new.tsx'],
  ['ideen/verfolgen', 'ideas/follow.tsx'],
  ['ideen/eintragen', 'ideas/for-somebody.tsx'],
  ['ideen/:number', 'ideas/idea.tsx'],
  ['ideen/:number/antwort', 'ideas/answer.tsx'],
  ['ideen/:number/bearbeiten', 'ideas/edit.tsx'],
  ['ideen/:number/fassungen', 'ideas/versions.tsx'],
  ['beitraege/:number', 'conversations/permalink.ts'],
  ['beitraege/:number/aendern', 'conversations/edit.tsx'],
  ['beitraege/:number/fassungen', 'conversations/versions.tsx'],
  ['gespraech/:conversation', 'conversations/send.ts'],
  ['suche', 'search/search.tsx'],
  ['ziele', 'pages/goals.tsx'],
  ['ziele/:anchor', 'pages/goal.tsx'],
  ['herkunft', 'pages/origin.tsx'],
  ['stadtteile', 'pages/districts.tsx'],
  ['stadtteile/:slug', 'pages/district.tsx'],
  ['abstimmungen', 'polls/list.tsx'],
  ['abstimmungen/neu', 'polls/new.tsx'],
  ['abstimmungen/:number', 'polls/poll.tsx'],
  ['abstimmungen/:number/aendern', 'polls/change.tsx'],
  ['abstimmungen/:number/verzeichnis', 'polls/roll.tsx'],
  ['abstimmungen/:number/stimmzettel', 'polls/ballot.tsx'],
  ['abstimmungen/:number/ergebnis', 'polls/result.tsx'],
  ['standards', 'standards/programme.tsx'],
  ['standards/:standard', 'standards/standard.tsx'],
  ['standards/:standard/absatz/:clause', 'standards/clause.tsx'],
  ['standards/:standard/aenderungen', 'standards/amendments.tsx'],
  ['standards/:standard/aenderungen/neu', 'standards/propose.tsx'],
  ['standards/:standard/aenderungen/:number', 'standards/amendment.tsx'],
  ['standards/:standard/synopse', 'standards/synopsis.tsx'],
  ['standards/:standard/fassungen', 'standards/versions.tsx'],
  ['standards/:standard/fassungen/:version', 'standards/version.tsx'],
  ['standards/:standard/frueher', 'standards/former.tsx'],
  ['mehr', 'pages/more.tsx'],
  ['menue', 'pages/menu.tsx'],
  ...fixedPages,
  ['fuer-sie', 'notices/for-you.tsx'],
  ['anmelden', 'people/sign-in.tsx'],
  ['anmelden/link/:token', 'people/sign-in-link.tsx'],
  ['abmelden', 'people/sign-out.tsx'],
  ['konto', 'people/account.tsx'],
  ['konto/adresse', 'people/change-mail.tsx'],
  ['konto/passkeys', 'people/passkeys.tsx'],
  ['konto/export', 'people/export.tsx'],
  ['konto/loeschen', 'people/erase.tsx'],
  ['einrichten/:token', 'operator/set-up.tsx'],
  ['betrieb', 'operator/operation.tsx'],
  ['betrieb/stadt', 'operator/town.tsx'],
  ['betrieb/gremien', 'operator/bodies.tsx'],
  ['betrieb/konten/:id', 'operator/account.tsx'],
  ['runder-tisch', 'bodies/round-table.tsx'],
  ['sprecherrat', 'bodies/council.tsx'],
  ['sprecherrat/stellungnahmen', 'council/statements.tsx'],
  ['sprecherrat/stellungnahmen/:number', 'council/statement.tsx'],
  ['sprecherrat/wahlen', 'elections/list.tsx'],
  ['sprecherrat/wahlen/:number', 'elections/election.tsx'],
  ['sprecherrat/wahlen/:number/kandidieren', 'elections/stand.tsx'],
  ['sprecherrat/wahlen/:number/verzeichnis', 'elections/roll.tsx'],
  ['sprecherrat/wahlen/:number/ergebnis', 'elections/result.tsx'],
  ['sprecherrat/wahlen/:number/vorbereiten', 'elections/set-up.tsx'],
  ['sprecherrat/wahlen/:number/leiten', 'elections/run.tsx'],
  ['sprecherrat/intern', 'council/inside.tsx'],
  ['sprecherrat/intern/gespraeche/:number', 'council/talk.tsx'],
  ['sprecherrat/intern/moderation', 'council/desk.tsx'],
  ['sprecherrat/intern/wer-moderiert', 'council/moderators.tsx'],
  ['sprecherrat/intern/zugriffe', 'council/accesses.tsx'],
  ['sprecherrat/intern/stellungnahmen', 'council/drafts.tsx'],
  ['sprecherrat/intern/stellungnahmen/:id', 'council/draft.tsx'],
  ['sprecherrat/intern/einwaende', 'council/objections.tsx'],
  ['sprecherrat/intern/verantwortlich', 'council/contact.tsx'],
  ['sprecherrat/intern/mitnehmen', 'council/leave.tsx'],
  ['sprecherrat/intern/archiv', 'council/archive.ts'],
  ['sprecherrat/kulturschaffende', 'bodies/creators.tsx'],
  ['impressum', 'operator/imprint.tsx'],
  ['konto/post', 'notices/post.tsx'],
  ['abbestellen', 'notices/unsubscribe.tsx'],
  ['ideen/:number/widerspruch', 'moderation/guest-appeal.tsx'],
  ['melden', 'moderation/report.tsx'],
  ['melden/widerspruch', 'moderation/report-objection.tsx'],
  ['konto/massnahmen', 'moderation/own-measures.tsx'],
  ['konto/massnahmen/:id', 'moderation/own-measure.tsx'],
  ['moderation', 'moderation/queue.tsx'],
  ['moderation/arbeit', 'moderation/workload.tsx'],
  ['moderation/massnahme', 'moderation/hide.tsx'],
  ['moderation/faelle/ideen/:number', 'moderation/guest-idea-case.tsx'],
  ['moderation/faelle/meldungen/:number', 'moderation/report-case.tsx'],
  ['moderation/faelle/widersprueche/:id', 'moderation/appeal-case.tsx'],
  ['moderation/faelle/pausen/:id', 'moderation/pause-case.tsx'],
  ['demo', 'demo/people.tsx'],
  ['demo/post', 'demo/post.tsx'],
  ['demo/bausteine', 'demo/pieces.tsx'],
]

/** Addresses that machines read; they have no language of their own. */
export const feeds: readonly (readonly [address: string, file: string])[] = [
  ['ideen.atom', 'ideas/atom.ts'],
  ['abstimmungen.atom', 'polls/atom.ts'],
  ['ideen/aehnlich.json', 'ideas/similar.ts'],
  ['ideen/:number/termin.ics', 'ideas/calendar.ts'],
  ['konto/export.json', 'people/export-json.ts'],
]

export default [
  ...languages.flatMap((lang) =>
    pages.map(([address, file]): RouteConfigEntry => {
      const bare = address === '/' ? '' : address
      const path = lang === 'de' ? bare : [lang, bare].filter(Boolean).join('/')
      return path === ''
        ? { index: true, file: `routes/${file}`, id: `${lang}/${address}` }
        : route(path, `routes/${file}`, { id: `${lang}/${address}` })
    }),
  ),
  ...feeds.map(([address, file]) => route(address, `routes/${file}`, { id: `feed/${address}` })),
  route('*', 'routes/pages/missing.tsx', { id: 'missing' }),
]
