// Makes the Council's archive: one JSON file with everything, and pages to read, in one zip.
import { strToU8, zipSync } from 'fflate'
import type { Luggage } from '#app/domain/council/take-along.server.ts'
import { dateInWords, momentInWords, townZone } from '#app/i18n/dates.ts'
import type { Words } from '#app/i18n/words.tsx'
import { type ArchivePage, htmlPage, list, text } from './archive-page.ts'
import { electionPages, pollPages } from './luggage-votes.server.ts'

export function zipOfLuggage(luggage: Luggage, words: Words): Uint8Array {
  const page = (title: string, body: string) => strToU8(htmlPage(words.lang, title, body))
  const { t } = words
  const talks = luggage.talks.map((talk) => ({
    file: `gespraeche/${talk.number}.html`,
    title: talk.title,
    body: talk.contributions
      .map(
        (one) =>
          `<article><h2>${one.number} · ${text(one.name ?? '–')}</h2><p>${text(momentInWords(words, one.postedAt, townZone))}</p>${one.html}</article>`,
      )
      .join('\n'),
  }))
  const statements = luggage.statements.map((statement, place) => ({
    file: `stellungnahmen/${statement.number ?? `entwurf-${place + 1}`}.html`,
    title: statement.title,
    body: [...statement.versions]
      .reverse()
      .map(
        (version) =>
          `<article lang="${text(statement.language)}"><h2>${text(version.title)}</h2><p>${text(
            momentInWords(words, version.at, townZone),
          )}, ${text(version.by)}</p>${version.html}</article>`,
      )
      .join('\n'),
  }))
  const [polls, elections] = [pollPages(luggage, words), electionPages(luggage, words)]
  const pages = [...talks, ...statements, ...polls, ...elections]
  const part = (name: string, entries: readonly string[]) =>
    entries.length === 0 ? '' : `<h2>${text(name)}</h2>${list(entries)}`
  const links = (of: readonly ArchivePage[]) =>
    of.map(({ file, title }) => `<a href="${file}">${text(title)}</a>`)
  const start = [
    `<p>${text(t('council:archive.what', { date: dateInWords(words, luggage.packedAt, townZone) }))}</p>`,
    `<p>${text(t('council:archive.care'))}</p>`,
    part(t('council:inside.talks'), links(talks)),
    part(t('council:house.statements'), links(statements)),
    part(t('council:archive.polls'), links(polls)),
    part(t('elections:list.title'), links(elections)),
    part(
      t('bodies:council.members'),
      luggage.speakers.map(({ name, fromAt, untilAt }) =>
        text(
          [name, ...[fromAt, untilAt].map((at) => (at ? dateInWords(words, at, townZone) : '–'))].join(', '),
        ),
      ),
    ),
    part(
      t('council:inside.register'),
      luggage.register.map(({ name, branch, does }) => text(`${name}, ${branch}: ${does}`)),
    ),
    part(
      t('council:accesses.title'),
      luggage.accesses.map(({ at, who, detail }) =>
        text([momentInWords(words, at, townZone), who, detail].join(', ')),
      ),
    ),
    `<p>${text(t('council:archive.machines'))} <a href="alles.json">alles.json</a></p>`,
  ].join('\n')
  return zipSync(
    {
      'index.html': page(t('bodies:council.title'), start),
      'alles.json': strToU8(JSON.stringify(luggage, null, 2)),
      ...Object.fromEntries(pages.map(({ file, title, body }) => [file, page(title, body)])),
    },
    { level: 6 },
  )
}
