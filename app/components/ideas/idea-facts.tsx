import { type Fact, FactList } from '#app/components/fact-list.tsx'
import { Go } from '#app/components/go.tsx'
import type { IdeaPageData, PartProps } from '#app/components/ideas/idea-page.ts'
import { ringOf } from '#app/components/ideas/ring.ts'
import { SupportForms } from '#app/components/ideas/support-forms.tsx'
import { Status } from '#app/components/status.tsx'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords, type Words } from '#app/i18n/words.tsx'

/** What it is about, where it stands, until when, who answers, and what one can do. */
export function IdeaFacts({ page }: PartProps) {
  const words = useWords()
  const { t } = words
  const { idea, goals, thought, late, responsible, open, signedIn } = page
  const state = late > 0 ? t('ideas:overdue', { count: late }) : t(`ideas:state.${idea.state}`)
  const facts: Fact[] = [
    {
      question: t('ideas:facts.about'),
      answer: (
        <span lang={idea.language} dir="auto">
          {thought}
        </span>
      ),
    },
    { question: t('ideas:facts.stand'), answer: <Status state={ringOf(idea.state, late)}>{state}</Status> },
    ...(page.agenda
      ? [
          {
            question: t('ideas:to-agenda.on'),
            answer: <Go to={`/runder-tisch/punkte/${page.agenda.publicNumber}`}>{page.agenda.meeting}</Go>,
            more: dateInWords(words, page.agenda.startsAt, townZone),
          },
        ]
      : []),
    { question: t('ideas:facts.when'), answer: whenOf(words, page) },
    { question: t('ideas:facts.who'), answer: responsible?.name ?? t('ideas:facts.nobody') },
    ...(goals.length > 0 ? [{ question: t('ideas:facts.goals'), answer: <GoalLinks goals={goals} /> }] : []),
    {
      question: t('ideas:facts.do'),
      answer: open ? <a href="#gespraech">{t('ideas:facts.join')}</a> : t('ideas:facts.read-only'),
      more: open && signedIn && !page.own ? t('ideas:facts.join-hint') : undefined,
    },
  ]
  return (
    <FactList facts={facts}>
      <SupportForms page={page} />
    </FactList>
  )
}

function whenOf(words: Words, { idea, answers }: IdeaPageData): string {
  const { t } = words
  const day = (at: string) => dateInWords(words, at, townZone)
  if (idea.state === 'talk' && idea.answerDueAt) {
    return t('ideas:facts.answer-by', { day: day(idea.answerDueAt) })
  }
  if (idea.state === 'later' && idea.reviewOn) return t('ideas:facts.review', { day: day(idea.reviewOn) })
  const answer = answers[0]
  return answer ? t('ideas:facts.answered', { day: day(answer.at) }) : t('ideas:facts.no-date')
}

function GoalLinks({ goals }: { readonly goals: IdeaPageData['goals'] }) {
  return (
    <ul className="plain">
      {goals.map((goal) => (
        <li key={goal.number}>
          <Go to={goal.to}>
            {goal.number} {goal.short}
          </Go>
        </li>
      ))}
    </ul>
  )
}
