import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Actions, ButtonLink } from '#app/components/button.tsx'
import { Go } from '#app/components/go.tsx'
import { IdeaList } from '#app/components/idea-list.tsx'
import { Pager } from '#app/components/pager.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Section } from '#app/components/section-head.tsx'
import { findDistrict, isWholeTown, listDistrictsByName } from '#app/domain/goals/town.ts'
import { ideasPerPage, listIdeas } from '#app/domain/ideas/list.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { dateInWords } from '#app/i18n/dates.ts'
import { numberIn } from '#app/i18n/numbers.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { placesOf } from './places.ts'

export const handle: PageHandle = { voice: 'citizens', menu: 'more' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { ask, t, lang, params, visit } = door
  const district = findDistrict(ask.town, params.slug ?? '')
  if (!district) throw door.refuse('not_found')
  const page = door.page()
  const { ideas, total } = await listIdeas(ask, {
    goal: null,
    district: district.slug,
    stand: null,
    sort: 'bewegt',
    page,
  })
  const town = visit.site.town
  const whole = isWholeTown(district.slug)
  const names = placesOf(door)
  const { inhabitants } = district
  return {
    title: whole
      ? t('pages:districts.whole-heading', { town })
      : t('pages:districts.heading', { district: district.name }),
    slug: district.slug,
    people:
      inhabitants === undefined
        ? null
        : {
            count: t('pages:districts.inhabitants', {
              count: inhabitants,
              shown: numberIn(lang, inhabitants),
            }),
            asOf: ask.town.inhabitantsOn
              ? t('pages:districts.as-of', {
                  date: dateInWords(door, ask.town.inhabitantsOn, ask.town.timeZone),
                })
              : '',
          },
    ideasTitle: whole
      ? t('pages:districts.ideas-whole', { town })
      : t('pages:districts.ideas', { district: district.name }),
    post: t('pages:districts.post', { district: names[district.slug] ?? district.name }),
    ideas,
    now: ask.now,
    total,
    page,
    pages: Math.ceil(total / ideasPerPage),
    others: listDistrictsByName(ask.town)
      .filter(({ slug }) => slug !== district.slug)
      .map(({ slug, name }) => ({ slug, name: names[slug] ?? name })),
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function DistrictPage() {
  const { title, slug, people, ideasTitle, post, ideas, now, total, page, pages, others } =
    useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <>
      <RunningHead voice="citizens" parts={[t('pages:districts.title')]} />
      <h1>{title}</h1>
      {people && (
        <p className="lead">
          {people.count} <span className="quiet small">{people.asOf}</span>
        </p>
      )}
      <Section
        id="ideen"
        title={ideasTitle}
        lead={total > 0 ? t('pages:districts.ideas-count', { count: total }) : undefined}
      >
        <IdeaList ideas={ideas} now={now} none={t('pages:districts.no-ideas')} post={post} />
        <Pager page={page} pages={pages} address={(number) => `/stadtteile/${slug}?seite=${number}`} />
        {total > 0 && (
          <Actions>
            <ButtonLink kind="quiet" to={`/ideen/neu?stadtteil=${slug}`}>
              {post}
            </ButtonLink>
          </Actions>
        )}
      </Section>
      <Section id="andere" title={t('pages:districts.all')}>
        <ul className="word-list">
          {others.map((other) => (
            <li key={other.slug}>
              <Go to={`/stadtteile/${other.slug}`}>{other.name}</Go>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
