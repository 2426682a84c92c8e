// Writes a feed (RFC 4287) of what is new somewhere. A feed is passed on, so it holds what a guest may read.
import type { Door } from './door.server.ts'

export interface FeedEntry {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly updated: string
  readonly published?: string
  readonly summary?: string
  /** Where it is not German. */
  readonly language?: string
}

export function feedResponse(
  door: Door,
  feed: {
    readonly path: string
    readonly title: string
    readonly subtitle?: string
    readonly entries: readonly FeedEntry[]
  },
): Response {
  const { baseUrl } = door.platform
  const { site } = door.visit
  const name = `${site.name} ${site.town}`
  const updated =
    feed.entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? door.ask.now
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">',
    `  <id>${baseUrl}${feed.path}</id>`,
    `  <title>${xml(`${name}: ${feed.title}`)}</title>`,
    ...(feed.subtitle ? [`  <subtitle>${xml(feed.subtitle)}</subtitle>`] : []),
    `  <link rel="self" href="${baseUrl}${feed.path}.atom"/>`,
    `  <link rel="alternate" href="${baseUrl}${feed.path}"/>`,
    `  <updated>${updated}</updated>`,
    `  <author><name>${xml(name)}</name></author>`,
    ...feed.entries.flatMap((entry) => entryLines(baseUrl, entry)),
    '</feed>',
    '',
  ]
  return new Response(lines.join('\n'), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  })
}

function entryLines(baseUrl: string, entry: FeedEntry): readonly string[] {
  const language = entry.language ? ` xml:lang="${xml(entry.language)}"` : ''
  return [
    '  <entry>',
    `    <id>${baseUrl}${entry.id}</id>`,
    `    <title>${xml(entry.title)}</title>`,
    `    <link rel="alternate" href="${baseUrl}${entry.path}"/>`,
    ...(entry.published ? [`    <published>${entry.published}</published>`] : []),
    `    <updated>${entry.updated}</updated>`,
    ...(entry.summary ? [`    <summary${language}>${xml(entry.summary)}</summary>`] : []),
    '  </entry>',
  ]
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML 1.0 knows no sign for is left out: one such sign in one title would make the whole feed unreadable. */
const unknownToXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

function xml(text: string): string {
  return text.replace(unknownToXml, '').replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
}
