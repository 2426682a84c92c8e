import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FactList } from '#app/components/fact-list.tsx'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'none' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  return { title: door.t('operator:imprint.title'), imprint: door.visit.site.imprint }
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function ImprintPage() {
  const { title, imprint } = useLoaderData<typeof loader>()
  const { t } = useWords()
  if (imprint === null) {
    return (
      <div className="flow">
        <h1>{title}</h1>
        <p className="lead">{t('operator:imprint.missing')}</p>
      </div>
    )
  }
  const address = imprint.address.split('\n')
  return (
    <div className="flow">
      <h1>{title}</h1>
      <FactList
        facts={[
          {
            question: t('operator:imprint.provider'),
            answer: imprint.provider,
            more: address.map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an address have no name but their place
              <span key={place}>
                {place > 0 && <br />}
                {line}
              </span>
            )),
          },
          { question: t('operator:imprint.represented'), answer: imprint.represented },
          {
            question: t('operator:imprint.mail'),
            answer: <a href={`mailto:${imprint.mail}`}>{imprint.mail}</a>,
          },
          {
            question: t('operator:imprint.phone'),
            answer: <a href={`tel:${imprint.phone.replace(/[^\d+]/g, '')}`}>{imprint.phone}</a>,
          },
          { question: t('operator:imprint.responsible'), answer: imprint.responsible },
        ]}
      />
    </div>
  )
}
