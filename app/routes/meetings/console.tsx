import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Console } from '#app/components/meetings/console.tsx'
import { getMeetingByNumber, meetingSubject } from '#app/domain/meetings/meeting.server.ts'
import { readStand } from '#app/domain/meetings/stand.server.ts'
import { type Door, enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import type { PageHandle } from '#app/root.tsx'
import { consoleAction } from './console-actions.server.ts'

export const handle: PageHandle = {
  voice: 'table',
  menu: 'table',
  live: ['bodies', 'meetings', 'polls'],
  bare: true,
}

async function led(door: Pick<Door, 'find' | 'ask' | 'params' | 'may' | 'refuse' | 'actor'>) {
  const meeting = await door.find(getMeetingByNumber(door.ask, Number(door.params.number)))
  if (!door.may('meeting.lead', meetingSubject(meeting))) {
    throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
  }
  return meeting
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const meeting = await led(door)
  return {
    title: door.t('meetings:console.title', { title: meeting.title }),
    meetingId: meeting.id,
    here: `/runder-tisch/sitzungen/${meeting.number}`,
    formKey: door.formKey(),
    account: door.actor.accountId,
    keys: door.url.searchParams.get('tasten') !== 'aus',
    stand: await readStand(door.ask, meeting),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  return consoleAction(door, await led(door))
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export type ConsolePage = ReturnType<typeof useLoaderData<typeof loader>>

export default function ConsolePageView() {
  return <Console page={useLoaderData<typeof loader>()} />
}
