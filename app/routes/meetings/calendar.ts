import type { LoaderFunctionArgs } from '@remix-run/node'
import { getMeetingByNumber } from '#app/domain/meetings/meeting.server.ts'
import { calendarFile } from '#app/http/calendar.ts'
import { enter } from '#app/http/door.server.ts'

/** The meeting as a calendar file (RFC 5545), with its place; a cancelled one says so. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const meeting = await door.find(getMeetingByNumber(door.ask, Number(door.params.number)))
  const address = `${door.platform.baseUrl}/runder-tisch/sitzungen/${meeting.number}`
  return calendarFile(`sitzung-${meeting.number}.ics`, {
    id: `meeting-${meeting.id}@${new URL(door.platform.baseUrl).hostname}`,
    stamp: door.ask.now,
    from: meeting.startsAt,
    to: meeting.endsAt,
    title: `${meeting.bodyName}: ${meeting.title}`,
    text: address,
    place: meeting.place,
    address,
    state: meeting.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    version: meeting.version,
  })
}
