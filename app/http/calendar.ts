// Calendar files (RFC 5545) for whatever has a beginning and an end.

export interface CalendarEntry {
  readonly id: string
  readonly stamp: string
  readonly from: string
  readonly to: string
  readonly title: string
  readonly text: string
  readonly place: string
  readonly address: string
  readonly state: 'CONFIRMED' | 'CANCELLED'
  /** Counts up with every change, so that a calendar takes the newer one. */
  readonly version: number
}

export function calendarFile(name: string, entry: CalendarEntry): Response {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Stimmtisch//DE',
    'BEGIN:VEVENT',
    `UID:${entry.id}`,
    `DTSTAMP:${compact(entry.stamp)}`,
    `DTSTART:${compact(entry.from)}`,
    `DTEND:${compact(entry.to)}`,
    `SEQUENCE:${entry.version}`,
    `STATUS:${entry.state}`,
    `SUMMARY:${escaped(entry.title)}`,
    `LOCATION:${escaped(entry.place)}`,
    `DESCRIPTION:${escaped(entry.text)}`,
    `URL:${entry.address}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return new Response(`${lines.map(folded).join('\r\n')}\r\n`, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}

function compact(at: string): string {
  return at.replace(/[-:]|\.\d+/g, '')
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
