import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered } from '#app/components/answered.tsx'
import { Conversation } from '#app/components/conversations/conversation.tsx'
import { FactList, WithFacts } from '#app/components/fact-list.tsx'
import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { ItemLife } from '#app/components/meetings/item-life.tsx'
import { PaperList } from '#app/components/meetings/paper-list.tsx'
import { ResolutionList } from '#app/components/meetings/resolution-list.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { findGoal, goalAnchor } from '#app/domain/goals/town.ts'
import { ideaVisibleTo } from '#app/domain/ideas/list.server.ts'
import { lifelineOf } from '#app/domain/lifelines.server.ts'
import { getReadableItem, goalsOf } from '#app/domain/meetings/items.server.ts'
import { type ProjectField, projectForm } from '#app/domain/meetings/meeting.form.ts'
import { meetingSubject } from '#app/domain/meetings/meeting.server.ts'
import { isAhead } from '#app/domain/meetings/meeting.ts'
import { papersOf } from '#app/domain/meetings/papers.server.ts'
import { listResolutions } from '#app/domain/meetings/register.server.ts'
import { conversationAction, loadConversation } from '#app/http/conversation.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { lifeInWords } from '#app/i18n/life-words.server.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = {
  voice: 'table',
  menu: 'table',
  live: ['conversations', 'meetings', 'moderation'],
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { item, meeting } = await door.find(getReadableItem(door.ask, Number(door.params.item)))
  const goals = (await goalsOf(door.ask, [item.id])).get(item.id) ?? []
  const idea =
    item.ideaId === null
      ? null
      : ((await door.ask.db
          .selectFrom('idea')
          .select(['number', 'title'])
          .where('id', '=', item.ideaId)
          .where((eb) => ideaVisibleTo(door.actor)(eb))
          .executeTakeFirst()) ?? null)
  return {
    title: item.title,
    item: {
      number: item.number,
      publicNumber: item.publicNumber,
      title: item.title,
      html: item.html,
      kind: item.kind,
      audience: item.audience,
      minutes: item.minutes,
      responsible: item.responsible,
      broughtBy: item.broughtBy,
      noGoalReason: item.noGoalReason,
      project: item.project,
      changedAt: item.changedAt,
    },
    meeting: {
      number: meeting.number,
      title: meeting.title,
      startsAt: meeting.startsAt,
      state: meeting.state,
    },
    idea,
    goals: goals.map((goal) => ({
      number: goal,
      to: `/ziele/${goalAnchor(goal)}`,
      short: findGoal(door.ask.town, goal)?.short[door.lang] ?? goal,
    })),
    papers: (await papersOf(door.ask, [item.id])).get(item.id) ?? [],
    life: lifeInWords(door, await lifelineOf(door.ask, `agendaItem:${item.id}`)),
    resolutions: (await listResolutions(door.ask, { meetingId: meeting.id })).filter(
      (one) => one.item === item.publicNumber,
    ),
    talk: item.conversationId === null ? null : await loadConversation(door, item.conversationId),
    now: door.ask.now,
    may: { plan: door.may('meeting.plan', meetingSubject(meeting)) && isAhead(meeting) },
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const { item } = await door.find(getReadableItem(door.ask, Number(door.params.item)))
  if (item.conversationId === null) throw door.refuse('not_found')
  return conversationAction(door, item.conversationId, `/runder-tisch/punkte/${item.publicNumber}`)
}

export const meta = titled<typeof loader>(({ title, item }) => ({
  title,
  hidden: item.audience === 'inside',
}))

export default function ItemPage() {
  const page = useLoaderData<typeof loader>()
  const { item, meeting, idea, goals } = page
  const { t } = useWords()
  return (
    <WithFacts
      factsLabel={t('meetings:facts.name')}
      head={
        <>
          <RunningHead
            voice="table"
            parts={[
              <Go key="meeting" to={`/runder-tisch/sitzungen/${meeting.number}`}>
                {meeting.title}
              </Go>,
              t('meetings:item.point', { number: item.number }),
              t(`meetings:audience.${item.audience}`),
            ]}
          />
          <h1>{item.title}</h1>
          <Answered except="contribute" />
        </>
      }
      facts={
        <FactList
          facts={[
            { question: t('meetings:item.kind'), answer: t(`meetings:kind.${item.kind}`) },
            {
              question: t('meetings:facts.when'),
              answer: <Time at={meeting.startsAt} />,
              more: t('meetings:minutes-long', { count: item.minutes }),
            },
            ...(item.responsible === ''
              ? []
              : [{ question: t('meetings:item.responsible'), answer: item.responsible }]),
            ...(item.broughtBy === ''
              ? []
              : [{ question: t('meetings:item.brought-by'), answer: item.broughtBy }]),
            {
              question: t('meetings:item.goals'),
              answer:
                goals.length === 0 ? (
                  (item.noGoalReason ?? t('meetings:item.none'))
                ) : (
                  <ul className="plain">
                    {goals.map((goal) => (
                      <li key={goal.number}>
                        <Go to={goal.to}>
                          {goal.number} {goal.short}
                        </Go>
                      </li>
                    ))}
                  </ul>
                ),
            },
            ...(idea
              ? [
                  {
                    question: t('meetings:item.from'),
                    answer: <Go to={`/ideen/${idea.number}`}>{idea.title}</Go>,
                  },
                ]
              : []),
            ...(item.changedAt
              ? [{ question: t('meetings:item.changed'), answer: <Time at={item.changedAt} as="date" /> }]
              : []),
          ]}
        >
          {page.may.plan && (
            <p>
              <Go to={`/runder-tisch/punkte/${item.publicNumber}/bearbeiten`}>{t('meetings:agenda.edit')}</Go>
            </p>
          )}
        </FactList>
      }
    >
      {item.html !== '' && <Html html={item.html} />}
      {item.project && (
        <Section id="projekt" title={t('meetings:project.title')}>
          <dl className="fact-list">
            {(Object.keys(projectForm) as ProjectField[]).map((name) => (
              <div key={name}>
                <dt>{t(`meetings:project.${name}`)}</dt>
                <dd dir="auto">{item.project?.[name]}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <Section id="unterlagen" title={t('meetings:papers.title')}>
        <PaperList papers={page.papers} />
      </Section>
      {page.resolutions.length > 0 && (
        <Section id="beschluesse" title={t('meetings:register.of-item')}>
          <ResolutionList resolutions={page.resolutions} now={page.now} />
        </Section>
      )}
      <ItemLife life={page.life} />
      {page.talk && <Conversation talk={page.talk} />}
      {item.audience === 'inside' && <p>{t('meetings:item.no-talk')}</p>}
    </WithFacts>
  )
}
