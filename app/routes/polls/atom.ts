import type { LoaderFunctionArgs } from '@remix-run/node'
import { guest } from '#app/domain/actor.ts'
import { pollsIn } from '#app/domain/polls/list.server.ts'
import { listedPolls } from '#app/domain/polls/listed.server.ts'
import { pollStates } from '#app/domain/polls/poll.ts'
import { enter } from '#app/http/door.server.ts'
import { inList } from '#app/http/polls.server.ts'

/** The newest votes and what came out (RFC 4287). Read as a guest, whoever asks: a feed is passed on. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { baseUrl } = door.platform
  const ask = { ...door.ask, actor: guest }
  const polls = (await pollsIn(ask, pollStates)).slice(0, 30)
  const shown = inList(door, await listedPolls(ask, polls))
  const { site } = door.visit
  const moved = (number: number) => {
    const poll = polls.find((one) => one.number === number)
    return poll?.countedAt ?? poll?.closedAt ?? poll?.openedAt ?? poll?.announcedAt ?? door.ask.now
  }
  const entries = shown.map(
    ({ number, question, outcome, label, state }) => `  <entry>
    <id>${baseUrl}/abstimmungen/${number}</id>
    <title>${xml(question)}</title>
    <link rel="alternate" href="${baseUrl}/abstimmungen/${number}"/>
    <updated>${moved(number)}</updated>
    <summary>${xml(outcome ?? `${door.t(`polls:label.${label}`)}, ${door.t(`polls:state-word.${state}`)}`)}</summary>
  </entry>`,
  )
  const updated =
    shown
      .map(({ number }) => moved(number))
      .sort()
      .at(-1) ?? door.ask.now
  const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
  <id>${baseUrl}/abstimmungen</id>
  <title>${xml(`${site.name} ${site.town}: ${door.t('polls:title')}`)}</title>
  <link rel="self" href="${baseUrl}/abstimmungen.atom"/>
  <link rel="alternate" href="${baseUrl}/abstimmungen"/>
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
