import type { LoaderFunctionArgs } from '@remix-run/node'
import { getReadableIdea } from '#app/domain/ideas/idea.server.ts'
import { enter } from '#app/http/door.server.ts'

/** The promised day as a calendar file (RFC 5545): a whole day, without an alarm. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const idea = await door.find(getReadableIdea(door.ask, Number(door.params.number)))
  if (idea.answerDueAt === null) throw door.refuse('not_found')
  const address = `${door.platform.baseUrl}/ideen/${idea.number}`
  const day = compactDay(idea.answerDueAt, door.ask.town.timeZone)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Stimmtisch//DE',
    'BEGIN:VEVENT',
    `UID:idea-${idea.id}@${new URL(door.platform.baseUrl).hostname}`,
    `DTSTAMP:${door.ask.now.replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${day}`,
    `SUMMARY:${door.t('ideas:calendar.title', { number: idea.number })}`,
    `DESCRIPTION:${escaped(door.t('ideas:calendar.text', { address }))}`,
    `URL:${address}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return new Response(`${lines.map(folded).join('\r\n')}\r\n`, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="idee-${idea.number}.ics"`,
    },
  })
}

function compactDay(at: string, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(at)).replaceAll('-', '')
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n')
}

/** Lines of at most 75 bytes; the rest goes on in the next one, behind a space. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > 74) {
      parts.push(part)
      part = ''
    }
    part += sign
  }
  return [...parts, part].join('\r\n ')
}
