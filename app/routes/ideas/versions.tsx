import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { getReadableIdea } from '#app/domain/ideas/idea.server.ts'
import { listIdeaVersions } from '#app/domain/ideas/versions.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { momentInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'citizens', menu: 'ideas' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const idea = await door.find(getReadableIdea(door.ask, Number(door.params.number)))
  return {
    heading: door.t('ideas:versions.title', { number: idea.number }),
    number: idea.number,
    language: idea.language,
    versions: await listIdeaVersions(door.ask, idea),
  }
}

export const meta = titled<typeof loader>(({ heading }) => ({ title: heading, hidden: true }))

export default function IdeaVersions() {
  const { heading, number, language, versions } = useLoaderData<typeof loader>()
  const words = useWords()
  const { t } = words
  return (
    <div className="flow">
      <h1>{heading}</h1>
      <p className="lead">{t('ideas:versions.lead')}</p>
      <p>
        <Go to={`/ideen/${number}`}>{t('ideas:versions.back')}</Go>
      </p>
      {versions.map((version) => {
        const day = momentInWords(words, version.at, townZone)
        return (
          <article
            key={version.number}
            className="version flow"
            aria-labelledby={`fassung-${version.number}`}
          >
            <h2 id={`fassung-${version.number}`}>{t('ideas:versions.one', { number: version.number })}</h2>
            <p className="hint">
              {version.by
                ? t('ideas:versions.by', { name: version.by, day })
                : t('ideas:versions.by-nobody', { day })}
            </p>
            <p lang={language} dir="auto">
              <strong>{version.title}</strong>
            </p>
            <Html html={version.html} lang={language} />
          </article>
        )
      })}
    </div>
  )
}
