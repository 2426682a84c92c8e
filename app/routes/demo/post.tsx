import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/empty.tsx'
import { Go } from '#app/components/go.tsx'
import { titled } from '#app/http/titles.ts'
import { nearMoment, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import { enterDemo } from './demo-only.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const door = enterDemo(args)
  const mails = await door.demoTown.keptMails()
  return {
    title: door.t('demo:post.title'),
    mails: mails.map(({ to, subject, text, keptAt }) => ({
      id: `${keptAt} ${to} ${subject}`,
      to,
      subject,
      text,
      when: nearMoment(door, keptAt, townZone, door.ask.now),
    })),
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function DemoPost() {
  const { title, mails } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{t('demo:post.lead')}</p>
      {mails.length === 0 && (
        <Empty title={t('demo:post.empty')}>
          <p>
            <Go to="/anmelden">{t('demo:post.try')}</Go>
          </p>
        </Empty>
      )}
      {mails.map((mail) => (
        <article className="demo-mail" key={mail.id}>
          <h2>{mail.subject}</h2>
          <p className="meta">{t('demo:post.to', { to: mail.to, when: mail.when })}</p>
          <p className="words">
            <Linked text={mail.text} />
          </p>
        </article>
      ))}
    </>
  )
}

/** The mail as it was sent; its addresses can be pressed. */
function Linked({ text }: { readonly text: string }) {
  const pieces = text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
  return pieces.map((piece, place) =>
    place % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one mail never change places
      <a key={place} href={piece}>
        {piece}
      </a>
    ) : (
      piece
    ),
  )
}
