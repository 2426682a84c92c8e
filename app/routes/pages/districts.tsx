import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Entries, Entry } from '#app/components/entry.tsx'
import { listDistrictsByName } from '#app/domain/goals/town.ts'
import { countIdeasByDistrict } from '#app/domain/home/counts.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { placesOf } from './places.ts'

export const handle: PageHandle = { voice: 'citizens', menu: 'more' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const counts = await countIdeasByDistrict(door.ask)
  const names = placesOf(door)
  return {
    title: door.t('pages:districts.title'),
    lead: door.t('pages:districts.lead'),
    districts: listDistrictsByName(door.ask.town).map(({ slug, name }) => ({
      slug,
      name: names[slug] ?? name,
      ideas: counts[slug] ?? 0,
    })),
  }
}

export const meta = titled<typeof loader>(({ title, lead }) => ({ title, about: lead }))

export default function Districts() {
  const { title, lead, districts } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <div className="section">
        <Entries>
          {districts.map(({ slug, name, ideas }) => (
            <Entry
              key={slug}
              numeral={ideas}
              unit={t('pages:districts.ideas-word', { count: ideas })}
              to={`/stadtteile/${slug}`}
              title={name}
              voice="citizens"
              level={2}
            />
          ))}
        </Entries>
      </div>
    </>
  )
}
