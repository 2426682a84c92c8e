import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered } from '#app/components/answered.tsx'
import { Conversation } from '#app/components/conversations/conversation.tsx'
import { getTalk } from '#app/domain/council/talk.server.ts'
import { conversationAction, loadConversation } from '#app/http/conversation.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { InnerHead } from './inner-head.tsx'
import { enterInside, enterInsideWithForm } from './inside-only.server.ts'

export const handle: PageHandle = {
  voice: 'council',
  menu: 'more',
  live: ['bodies', 'conversations', 'council', 'moderation'],
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enterInside(args)
  const talk = await door.find(getTalk(door.ask, Number(door.params.number)))
  return {
    title: talk.title,
    opened: door.url.searchParams.get('meldung') === 'eroeffnet',
    talk: await loadConversation(door, talk.conversationId),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterInsideWithForm(args)
  const talk = await door.find(getTalk(door.ask, Number(door.params.number)))
  return conversationAction(door, talk.conversationId, `/sprecherrat/intern/gespraeche/${talk.number}`)
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Talk() {
  const { title, opened, talk } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <InnerHead title={title} />
      {opened && talk?.count === 0 && <Alert state="done" role="status" title={t('council:inside.opened')} />}
      <Answered except="contribute" />
      {talk && <Conversation talk={talk} />}
    </div>
  )
}
