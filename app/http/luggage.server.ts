// Makes the Council's archive: one JSON file with everything, and pages to read, in one zip.
import { strToU8, zipSync } from 'fflate'
import type { Luggage } from '#app/domain/council/take-along.server.ts'
import { dateInWords, momentInWords, townZone } from '#app/i18n/dates.ts'
import type { Words } from '#app/i18n/words.tsx'

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
  const people = luggage.register
    .map(({ name, branch, does }) => `<li>${text(name)}, ${text(branch)}: ${text(does)}</li>`)
    .join('\n')
  const list = (files: readonly { file: string; title: string }[]) =>
    `<ul>${files.map(({ file, title }) => `<li><a href="${file}">${text(title)}</a></li>`).join('')}</ul>`
  const start = [
    `<p>${text(dateInWords(words, luggage.packedAt, townZone))}</p>`,
    `<h2>${text(t('council:inside.talks'))}</h2>${list(talks)}`,
    `<h2>${text(t('council:house.statements'))}</h2>${list(statements)}`,
    `<h2>${text(t('council:inside.register'))}</h2><ul>${people}</ul>`,
    '<p><a href="alles.json">alles.json</a></p>',
  ].join('\n')
  return zipSync(
    {
      'index.html': page(t('bodies:council.title'), start),
      'alles.json': strToU8(JSON.stringify(luggage, null, 2)),
      ...Object.fromEntries(
        [...talks, ...statements].map(({ file, title, body }) => [file, page(title, body)]),
      ),
    },
    { level: 6 },
  )
}

function htmlPage(lang: string, title: string, body: string): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text(title)}</title>
<style>body{max-width:66ch;margin:2rem auto;padding:0 1rem;font:1.125rem/1.6 system-ui,sans-serif}article{border-top:1px solid;padding-top:1rem}</style>
</head>
<body>
<h1>${text(title)}</h1>
${body}
</body>
</html>
`
}

function text(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
