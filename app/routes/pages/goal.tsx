import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Go } from '#app/components/go.tsx'
import { IdeaList } from '#app/components/idea-list.tsx'
import { Pager } from '#app/components/pager.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Section } from '#app/components/section-head.tsx'
import { findGoalByAnchor, goalAnchor } from '#app/domain/goals/town.ts'
import { ideasPerPage, listIdeas } from '#app/domain/ideas/list.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { placesOf } from './places.ts'

export const handle: PageHandle = { voice: 'citizens', menu: 'more' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { ask, t, lang, params } = door
  const goal = findGoalByAnchor(ask.town, params.anchor ?? '')
  if (!goal) throw door.refuse('not_found')
  const page = door.page()
  const { ideas, total } = await listIdeas(ask, {
    goal: goal.number,
    district: null,
    stand: null,
    sort: 'bewegt',
    page,
  })
  const place = ask.town.goals.indexOf(goal)
  const near = (at: number) => {
    const other = ask.town.goals[at]
    return other
      ? { to: `/ziele/${goalAnchor(other.number)}`, number: other.number, short: other.short[lang] }
      : null
  }
  const field = ask.town.fields.find(({ number }) => number === goal.field)
  return {
    title: t('pages:goals.heading', { number: goal.number, short: goal.short[lang] }),
    number: goal.number,
    anchor: goalAnchor(goal.number),
    field: field ? t('pages:goals.field', { number: field.number, title: field.title[lang] }) : '',
    german: goal.text.de,
    translation: lang === 'de' ? null : goal.text[lang],
    ideas,
    now: ask.now,
    total,
    page,
    pages: Math.ceil(total / ideasPerPage),
    places: placesOf(door),
    before: near(place - 1),
    next: near(place + 1),
  }
}

export const meta = titled<typeof loader>(({ title, translation, german }) => ({
  title,
  about: translation ?? german,
}))

export default function GoalPage() {
  const goal = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <>
      <RunningHead voice="citizens" parts={[t('pages:goals.title'), goal.field]} />
      <h1>{goal.title}</h1>
      <figure className="plan-figure">
        <figcaption>{t('pages:goals.said')}</figcaption>
        <blockquote className="plan-quote">
          <p>{goal.translation ?? goal.german}</p>
        </blockquote>
        {goal.translation && (
          <>
            <p className="quiet">{t('pages:goals.translated')}</p>
            <details>
              <summary>{t('pages:goals.german')}</summary>
              <p lang="de">{goal.german}</p>
            </details>
          </>
        )}
        <p>
          <Go className="text-button" to={`/herkunft#${goal.anchor}`}>
            {t('pages:goals.origin')}
          </Go>
        </p>
      </figure>
      <Section
        id="ideen"
        title={t('pages:goals.ideas')}
        lead={
          goal.total > 0
            ? `${t('pages:goals.ideas-count', { count: goal.total })}. ${t('pages:goals.tagging')}`
            : t('pages:goals.tagging')
        }
      >
        <IdeaList
          ideas={goal.ideas}
          now={goal.now}
          places={goal.places}
          none={t('pages:goals.no-ideas')}
          post={t('pages:goals.post')}
        />
        <Pager
          page={goal.page}
          pages={goal.pages}
          address={(page) => `/ziele/${goal.anchor}?seite=${page}`}
        />
        {goal.total > 0 && (
          <p className="actions">
            <ButtonLink kind="quiet" to="/ideen/neu">
              {t('pages:goals.post')}
            </ButtonLink>
          </p>
        )}
      </Section>
      <nav className="section near-goals" aria-label={t('pages:goals.title')}>
        <ul className="plain">
          {goal.before && (
            <li>
              <span className="quiet">{t('pages:goals.before')}</span>{' '}
              <Go rel="prev" to={goal.before.to}>
                {goal.before.number} {goal.before.short}
              </Go>
            </li>
          )}
          {goal.next && (
            <li>
              <span className="quiet">{t('pages:goals.next')}</span>{' '}
              <Go rel="next" to={goal.next.to}>
                {goal.next.number} {goal.next.short}
              </Go>
            </li>
          )}
          <li>
            <Go to="/ziele">{t('pages:goals.all')}</Go>
          </li>
        </ul>
      </nav>
    </>
  )
}
