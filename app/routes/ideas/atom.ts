import type { LoaderFunctionArgs } from '@remix-run/node'
import { guest } from '#app/domain/actor.ts'
import { listIdeas } from '#app/domain/ideas/list.server.ts'
import { firstThought } from '#app/domain/search/plain-words.ts'
import { enter } from '#app/http/door.server.ts'

/** The newest ideas (RFC 4287). Read as a guest, whoever asks: a feed is passed on, so it holds what is public. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { baseUrl } = door.platform
  const { ideas } = await listIdeas(
    { ...door.ask, actor: guest },
    { goal: null, district: null, stand: null, sort: 'neu', page: 1 },
  )
  const updated = ideas[0]?.publishedAt ?? door.ask.now
  const { site } = door.visit
  const entries = ideas.map(
    (idea) => `  <entry>
    <id>${baseUrl}/ideen/${idea.number}</id>
    <title>${xml(idea.title)}</title>
    <link rel="alternate" href="${baseUrl}/ideen/${idea.number}"/>
    <published>${idea.publishedAt}</published>
    <updated>${idea.publishedAt}</updated>
    <summary xml:lang="${xml(idea.language)}">${xml(firstThought(idea.text, 300))}</summary>
  </entry>`,
  )
  const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
  <id>${baseUrl}/ideen</id>
  <title>${xml(`${site.name} ${site.town}: ${door.t('ideas:feed.title')}`)}</title>
  <subtitle>${xml(door.t('ideas:feed.summary'))}</subtitle>
  <link rel="self" href="${baseUrl}/ideen.atom"/>
  <link rel="alternate" href="${baseUrl}/ideen"/>
  <updated>${updated}</updated>
  <author><name>${xml(`${site.name} ${site.town}`)}</name></author>
${entries.join('\n')}
</feed>
`
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } })
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function xml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
}
