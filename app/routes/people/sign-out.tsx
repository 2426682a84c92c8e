import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SignOutForm } from '#app/components/people/sign-out-form.tsx'
import { endSession } from '#app/domain/people/session.server.ts'
import { listTokensOut } from '#app/domain/polls/ballots/token.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { signedOutHeaders } from '#app/http/session-cookie.ts'
import { titled } from '#app/http/titles.ts'
import { addressIn } from '#app/i18n/address.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { menu: 'account', live: ['people'] }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  if (door.actor.kind !== 'account') throw redirect(addressIn(door.lang, '/anmelden'), 303)
  return { title: door.t('people:sign-out.title'), tokens: await listTokensOut(door.ask) }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const { sessionId } = door.visit
  if (sessionId !== null) await door.run(endSession, { which: 'one', sessionId })
  return door.goTo('/anmelden?meldung=abgemeldet', {
    headers: signedOutHeaders(
      door.platform.baseUrl,
      door.posted.get('tokens') === 'keep' ? 'but-tokens' : 'everything',
    ),
  })
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function SignOut() {
  const { title, tokens } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <h1>{title}</h1>
      <p className="lead">{t('people:sign-out.lead')}</p>
      <SignOutForm tokens={tokens} />
    </div>
  )
}
