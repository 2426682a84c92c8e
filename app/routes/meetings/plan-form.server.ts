// Reads the form of a meeting's plan: a day and two times on the town's clock become moments.
import { momentAt } from '#app/domain/meetings/clear-days.ts'
import { meetingForm } from '#app/domain/meetings/meeting.form.ts'
import type { MeetingPlan } from '#app/domain/meetings/meeting.server.ts'
import type { FormDoor } from '#app/http/door.server.ts'

const clock = /^([01]\d|2[0-3]):[0-5]\d$/

type Read =
  | { readonly ok: true; readonly values: MeetingPlan }
  | { readonly ok: false; readonly answer: ReturnType<FormDoor['invalid']> }

export async function readPlan(door: FormDoor): Promise<Read> {
  const form = await door.read(meetingForm)
  if (!form.ok) return { ok: false, answer: door.invalid(form.problems) }
  const { day, from, until, online, ...rest } = form.values
  const wrong = [
    ...(clock.test(from) ? [] : [['from', { error: 'not_a_number' }] as const]),
    ...(clock.test(until) ? [] : [['until', { error: 'not_a_number' }] as const]),
  ]
  if (wrong.length > 0) return { ok: false, answer: door.invalid(Object.fromEntries(wrong)) }
  const { timeZone } = door.ask.town
  return {
    ok: true,
    values: {
      ...rest,
      online: online === '' ? null : online,
      startsAt: momentAt(day, from, timeZone),
      endsAt: momentAt(day, until, timeZone),
    },
  }
}
