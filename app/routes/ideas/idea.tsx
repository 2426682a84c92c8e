import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered } from '#app/components/answered.tsx'
import { Conversation } from '#app/components/conversations/conversation.tsx'
import { WithFacts } from '#app/components/fact-list.tsx'
import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { Byline } from '#app/components/ideas/byline.tsx'
import { DoneNote } from '#app/components/ideas/done-note.tsx'
import { IdeaFacts } from '#app/components/ideas/idea-facts.tsx'
import { IdeaLife } from '#app/components/ideas/idea-life.tsx'
import { IdeaPicture } from '#app/components/ideas/idea-picture.tsx'
import { IdeaTools } from '#app/components/ideas/idea-tools.tsx'
import { OfficialAnswers } from '#app/components/ideas/official-answers.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { findDistrict, findGoal, goalAnchor } from '#app/domain/goals/town.ts'
import { getReadableIdea, ideaSubject } from '#app/domain/ideas/idea.server.ts'
import { daysOverdue, isOpen } from '#app/domain/ideas/idea.ts'
import { drawLife } from '#app/domain/ideas/life.ts'
import { finalIdea } from '#app/domain/ideas/merge.server.ts'
import { readTools, viewIdea } from '#app/domain/ideas/view.server.ts'
import { agendaOfIdea } from '#app/domain/meetings/agenda-ideas.server.ts'
import { listMeetingsToPrepare } from '#app/domain/meetings/meeting.server.ts'
import { town } from '#app/domain/policy.ts'
import { newestEvent } from '#app/domain/query.server.ts'
import { firstThought } from '#app/domain/search/plain-words.ts'
import { conversationAction, loadConversation } from '#app/http/conversation.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { addressIn } from '#app/i18n/address.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import {
  assign,
  finish,
  mergeInto,
  ontoAgenda,
  splitOff,
  support,
  tag,
  takeBack,
  watch,
} from './idea-actions.server.ts'

export const handle: PageHandle = {
  voice: 'citizens',
  menu: 'ideas',
  live: ['conversations', 'ideas', 'moderation'],
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const asOf = await newestEvent(door.ask)
  const idea = await door.find(getReadableIdea(door.ask, Number(door.params.number)))
  if (idea.state === 'merged') {
    const into = await finalIdea(door.ask.db, idea)
    throw redirect(addressIn(door.lang, `/ideen/${into.number}`), 301)
  }
  const { now, town: place } = door.ask
  const { goals, ...view } = await viewIdea(door.ask, idea)
  const may = mayOf(door, idea)
  const { id, number, title, html, state, language, supportCount, answerDueAt, reviewOn, publishedAt } = idea
  return {
    asOf,
    now,
    formKey: door.formKey(),
    talk: await loadConversation(door, idea.conversationId),
    note: door.url.searchParams.get('meldung'),
    signedIn: door.actor.kind === 'account',
    idea: { id, number, title, html, state, language, supportCount, answerDueAt, reviewOn, publishedAt },
    ...view,
    source: idea.source,
    thought: firstThought(idea.text, 120),
    receivedAt: idea.receivedAt,
    place: findDistrict(place, idea.district)?.name ?? null,
    late: daysOverdue(idea, now),
    open: isOpen(state),
    own: door.actor.accountId !== null && idea.authorId === door.actor.accountId,
    goals: goals.map((goal) => ({
      number: goal,
      to: `/ziele/${goalAnchor(goal)}`,
      short: findGoal(place, goal)?.short[door.lang] ?? goal,
    })),
    supportForAgenda: place.rules.supportForAgenda,
    life: drawLife(idea, view.steps),
    agenda: await agendaOfIdea(door.ask, idea.agendaItemId),
    meetings: may.plan && idea.agendaItemId === null ? await meetingsToChoose(door) : [],
    may,
    tools: may.merge
      ? {
          ...(await readTools(door.ask, idea)),
          splitDays: place.rules.splitDays,
          goals: place.goals.map((goal) => ({
            value: goal.number,
            label: `${goal.number} ${goal.short[door.lang]}`,
          })),
        }
      : null,
  }
}

async function meetingsToChoose(door: ReturnType<typeof enter>) {
  return (await listMeetingsToPrepare(door.ask)).map(({ id, title, startsAt }) => ({
    value: id,
    label: `${title}, ${dateInWords(door, startsAt, townZone)}`,
  }))
}

function mayOf(door: ReturnType<typeof enter>, idea: Parameters<typeof ideaSubject>[0]) {
  const subject = ideaSubject(idea)
  return {
    support: door.may('idea.support', subject),
    edit: door.may('idea.edit', subject),
    withdraw: door.may('idea.withdraw', subject),
    answer: door.may('idea.answer', subject),
    finish: door.may('idea.finish', subject),
    merge: door.may('idea.merge', subject),
    plan: door.may('meeting.plan', town),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const idea = await door.find(getReadableIdea(door.ask, Number(door.params.number)))
  switch (door.intent) {
    case 'support':
    case 'unsupport':
      return support(door, idea, door.intent === 'support')
    case 'follow':
    case 'unfollow':
      return watch(door, idea, door.intent === 'follow')
    case 'withdraw':
      return takeBack(door, idea)
    case 'finish':
      return finish(door, idea)
    case 'agenda':
      return ontoAgenda(door, idea)
    case 'tag':
      return tag(door, idea)
    case 'assign':
      return assign(door, idea)
    case 'merge':
      return mergeInto(door, idea)
    case 'split':
      return splitOff(door)
    default:
      return conversationAction(door, idea.conversationId, `/ideen/${idea.number}`)
  }
}

export const meta = titled<typeof loader>(({ idea, thought, author }) => ({
  title: idea.title,
  about: thought,
  hidden: author.protected || idea.state === 'waiting',
}))

export default function IdeaPage() {
  const page = useLoaderData<typeof loader>()
  const { idea, place } = page
  const { t } = useWords()
  return (
    <WithFacts
      factsLabel={t('ideas:facts.name')}
      head={
        <>
          <RunningHead
            voice="citizens"
            parts={[
              <Go key="ideas" to="/ideen">
                {t('ideas:title')}
              </Go>,
              ...(place ? [place] : []),
            ]}
          />
          <p className="head-numeral">
            <span className="hidden-text">{t('components:idea.number')} </span>
            {idea.number}
          </p>
          <h1 lang={idea.language} dir="auto">
            {idea.title}
          </h1>
          <Answered except="contribute" />
          <DoneNote page={page} />
        </>
      }
      facts={<IdeaFacts page={page} />}
    >
      <div className="flow">
        <Html lang={idea.language} html={idea.html} />
        <IdeaPicture picture={page.picture} />
        <Byline page={page} />
      </div>
      <OfficialAnswers page={page} />
      <IdeaLife page={page} />
      {page.talk && <Conversation talk={page.talk} />}
      <IdeaTools page={page} />
    </WithFacts>
  )
}
