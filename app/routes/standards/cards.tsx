import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/empty.tsx'
import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { StandardHead } from '#app/components/standards/standard-head.tsx'
import { listCards } from '#app/domain/standards/cards.server.ts'
import { getReadableStandard } from '#app/domain/standards/standard.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'standards' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  return {
    standard: { slug: standard.slug, title: standard.title, isPublic: standard.publishedAt !== null },
    cards: await listCards(door.ask, standard.id),
  }
}

export const meta = titled<typeof loader>(({ standard }) => ({
  title: standard.title,
  hidden: !standard.isPublic,
}))

const lines = ['who', 'pays', 'insured', 'call'] as const

export default function Cards() {
  const { standard, cards } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const home = `/standards/${standard.slug}`
  return (
    <div className="flow">
      <StandardHead standard={standard} />
      <h1>{t('standards:cards.title')}</h1>
      <p className="lead">{t('standards:cards.lead')}</p>
      {cards.length === 0 && <Empty voice="council" title={t('standards:cards.none')} />}
      <ul className="rule-cards">
        {cards.map((card) => {
          const written = lines.filter((line) => card[line] !== '')
          return (
            <li key={card.clauseId} className="rule-card">
              <h2 className="small">
                <Go to={`${home}/absatz/${card.number}`}>
                  {t('standards:cards.rule', { number: card.number })}
                </Go>
              </h2>
              <Html html={card.plainHtml ?? card.html} />
              {written.length === 0 ? (
                <p className="quiet">{t('standards:cards.unwritten')}</p>
              ) : (
                <dl className="three-texts">
                  {written.map((line) => (
                    <div key={line}>
                      <dt>{t(`standards:cards.${line}`)}</dt>
                      <dd dir="auto">{card[line]}</dd>
                    </div>
                  ))}
                </dl>
              )}
              {card.outdated && <p className="quiet">{t('standards:cards.outdated')}</p>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
