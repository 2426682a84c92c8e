import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { addressByTime } from '#app/domain/conversations/conversation.ts'
import { listVersions, readOneContribution } from '#app/domain/conversations/place.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'citizens', menu: 'ideas' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { contribution, matter } = await door.find(readOneContribution(door.ask, Number(door.params.number)))
  const { number, html, language, postedAt, editedAt } = contribution
  return {
    title: door.t('conversations:versions.title', { number }),
    now: { html, language, at: editedAt ?? postedAt },
    earlier: await listVersions(door.ask, contribution),
    back: addressByTime(matter.address, number),
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function VersionsPage() {
  const { title, now, earlier, back } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="narrow flow">
      <h1>{title}</h1>
      <p>
        <Go to={back}>{t('conversations:edit.back')}</Go>
      </p>
      <Section id="jetzt" title={t('conversations:versions.now')}>
        <p className="quiet">
          <Time at={now.at} />
        </p>
        <Html html={now.html} lang={now.language} />
      </Section>
      {earlier.length === 0 && <p>{t('conversations:versions.none')}</p>}
      {earlier.map(({ number, html, at }) => (
        <Section
          key={number}
          id={`fassung-${number}`}
          title={t('conversations:versions.earlier', { number })}
        >
          <p className="quiet">
            <Time at={at} />
          </p>
          <Html html={html} lang={now.language} />
        </Section>
      ))}
    </div>
  )
}
