import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered } from '#app/components/answered.tsx'
import { MeetingAfter } from '#app/components/meetings/meeting-after.tsx'
import { MeetingAhead } from '#app/components/meetings/meeting-ahead.tsx'
import { MeetingOn } from '#app/components/meetings/meeting-on.tsx'
import { checkInvitation, dayIn, lastInvitationDay } from '#app/domain/meetings/clear-days.ts'
import { changesSinceInvitation } from '#app/domain/meetings/invitation-changes.server.ts'
import { readAgenda, takenOffSince } from '#app/domain/meetings/items.server.ts'
import { getMeetingByNumber, meetingSubject } from '#app/domain/meetings/meeting.server.ts'
import { findMinutes } from '#app/domain/meetings/minutes.server.ts'
import { listNeeds, ownNeed } from '#app/domain/meetings/needs.server.ts'
import { readOwnStand } from '#app/domain/meetings/own-stand.server.ts'
import { papersOf } from '#app/domain/meetings/papers.server.ts'
import { listQuestions, questionsUntil } from '#app/domain/meetings/questions.server.ts'
import { hasReadInvitation, invitationReaders } from '#app/domain/meetings/reading.server.ts'
import { listResolutions } from '#app/domain/meetings/register.server.ts'
import { rulesOf } from '#app/domain/meetings/rules.server.ts'
import { readStand } from '#app/domain/meetings/stand.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { meetingAction } from './meeting-actions.server.ts'

export const handle: PageHandle = { voice: 'table', menu: 'table', live: ['bodies', 'meetings', 'polls'] }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const meeting = await door.find(getMeetingByNumber(door.ask, Number(door.params.number)))
  const stand = await readStand(door.ask, meeting)
  const own = await readOwnStand(door.ask, meeting, stand)
  const subject = meetingSubject(meeting)
  const agenda = await readAgenda(door.ask, meeting)
  const open = agenda.flatMap((item) => (item.closed ? [] : [item.id]))
  const { rules } = await rulesOf(door.ask.db, meeting.bodyId)
  const { timeZone } = door.ask.town
  const period = { days: rules.invitationDays, count: rules.invitationCount }
  const minutes = await findMinutes(door.ask, meeting)
  return {
    title: meeting.title,
    meeting,
    here: `/runder-tisch/sitzungen/${meeting.number}`,
    note: door.url.searchParams.get('meldung'),
    formKey: door.formKey(),
    account: door.actor.accountId,
    stand,
    own,
    changes: await changesSinceInvitation(door.ask, meeting, agenda),
    takenOff: await takenOffSince(door.ask, meeting),
    papers: Object.fromEntries(await papersOf(door.ask, open)),
    questions: await listQuestions(door.ask, meeting),
    questionsUntil: await questionsUntil(door.ask, meeting),
    need: await ownNeed(door.ask, meeting.id),
    needs: await listNeeds(door.ask, meeting),
    invitation: {
      // Before it went out: whether today is early enough. After it: whether it came in time.
      check: checkInvitation(meeting.invitedAt ?? door.ask.now, meeting.startsAt, period, timeZone),
      until: lastInvitationDay(meeting.startsAt, period, timeZone),
      daysLeft: daysBetween(
        dayIn(door.ask.now, timeZone),
        lastInvitationDay(meeting.startsAt, period, timeZone),
      ),
      read: await hasReadInvitation(door.ask, meeting.id),
      readers: await invitationReaders(door.ask, meeting),
    },
    resolutions: await listResolutions(door.ask, { meetingId: meeting.id }),
    minutes: minutes && { state: minutes.state, publishedAt: minutes.publishedAt },
    may: {
      plan: door.may('meeting.plan', subject),
      lead: door.may('meeting.lead', subject),
      write: door.may('minutes.write', subject),
      inside: door.may('meeting.read-inside', subject),
      answer: door.may('question.answer', subject),
      ask: door.may('question.ask', subject),
      signal: door.may('meeting.signal', subject),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const meeting = await door.find(getMeetingByNumber(door.ask, Number(door.params.number)))
  return meetingAction(door, meeting)
}

export const meta = titled<typeof loader>(({ title, meeting }) => ({ title, about: meeting.place }))

export type MeetingPageData = ReturnType<typeof useLoaderData<typeof loader>>
const notes = ['signal', 'read', 'need', 'question'] as const

export default function MeetingPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  const note = notes.find((one) => one === page.note)
  const said = (
    <>
      {note && <Alert state="done" title={t(`meetings:said.${note}`)} role="status" />}
      <Answered ids={{ need: { text: 'need-text' } }} />
    </>
  )
  switch (page.meeting.state) {
    case 'planned':
    case 'invited':
    case 'cancelled':
      return <MeetingAhead page={page} said={said} />
    case 'running':
    case 'paused':
      return <MeetingOn page={page} said={said} />
    case 'ended':
      return <MeetingAfter page={page} said={said} />
  }
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
