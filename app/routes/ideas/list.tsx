import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries } from '#app/components/entry.tsx'
import { Go } from '#app/components/go.tsx'
import { IdeaEntry } from '#app/components/idea-entry.tsx'
import { FilterForm } from '#app/components/ideas/filter-form.tsx'
import { ringOf } from '#app/components/ideas/ring.ts'
import { Pager } from '#app/components/pager.tsx'
import { listDistrictsByName } from '#app/domain/goals/town.ts'
import { filterAddress, readFilter } from '#app/domain/ideas/filter.ts'
import { daysOverdue } from '#app/domain/ideas/idea.ts'
import { ideasPerPage, listIdeas } from '#app/domain/ideas/list.server.ts'
import { firstThought } from '#app/domain/search/plain-words.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'citizens', menu: 'ideas' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { town } = door.ask
  const districts = listDistrictsByName(town)
  const filter = readFilter(door.url.searchParams, {
    goals: town.goals.map((goal) => goal.number),
    districts: districts.map((district) => district.slug),
  })
  const { ideas, total } = await listIdeas(door.ask, filter)
  return {
    title: door.t('ideas:title'),
    filter,
    total,
    pages: Math.ceil(total / ideasPerPage),
    goals: town.goals.map((goal) => ({
      value: goal.number,
      label: `${goal.number} ${goal.short[door.lang]}`,
    })),
    districts: districts.map(({ slug, name }) => ({ value: slug, label: name })),
    ideas: ideas.map((idea) => ({
      number: idea.number,
      title: idea.title,
      thought: firstThought(idea.text),
      lang: idea.language,
      place: districts.find((district) => district.slug === idea.district)?.name ?? null,
      state: idea.state,
      late: daysOverdue(idea, door.ask.now),
      contributions: idea.contributionCount,
      supporters: idea.supportCount,
    })),
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function Ideas() {
  const { title, filter, ideas, total, pages, goals, districts } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const chosen = filter.goal !== null || filter.district !== null || filter.stand !== null
  return (
    <>
      <div className="flow">
        <h1>{title}</h1>
        <p className="lead">{t('ideas:lead')}</p>
        <p>
          <ButtonLink to="/ideen/neu">{t('ideas:new')}</ButtonLink>
        </p>
        <FilterForm filter={filter} goals={goals} districts={districts} />
      </div>
      <section className="section" aria-labelledby="liste">
        <div className="section-head">
          <h2 id="liste">{t('ideas:list.results')}</h2>
          <p>
            {t('ideas:list.count', { count: total })} {t(`ideas:list.why-${filter.sort}`)}
            {chosen && (
              <>
                {' '}
                <Go to="/ideen">{t('ideas:list.reset')}</Go>
              </>
            )}
          </p>
        </div>
        {ideas.length === 0 && (
          <Empty voice="citizens" title={t(chosen ? 'ideas:list.none-here' : 'ideas:none')}>
            <ButtonLink kind="quiet" to="/ideen/neu">
              {t('ideas:new')}
            </ButtonLink>
          </Empty>
        )}
        {ideas.length > 0 && (
          <Entries>
            {ideas.map(({ late, ...idea }) => (
              <IdeaEntry
                key={idea.number}
                level={3}
                idea={{
                  ...idea,
                  state: ringOf(idea.state, late),
                  stateWord: late > 0 ? t('ideas:overdue', { count: late }) : t(`ideas:state.${idea.state}`),
                }}
              />
            ))}
          </Entries>
        )}
        <Pager page={filter.page} pages={pages} address={(page) => filterAddress(filter, page)} />
        <p className="no-print">
          <a href="/ideen.atom">{t('ideas:list.feed')}</a>
        </p>
      </section>
    </>
  )
}
