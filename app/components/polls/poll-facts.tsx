import { FactList } from '#app/components/fact-list.tsx'
import { Remembered } from '#app/components/remembered.tsx'
import { Time } from '#app/components/time.tsx'
import type { PollView } from '#app/domain/polls/view.server.ts'
import { type Say, useWords } from '#app/i18n/words.tsx'

type Shown = Pick<PollView, 'poll' | 'who'> & Partial<Pick<PollView, 'turnout'>>

/** The rules of a vote in a few lines, the same on every one of its pages; beside a ballot without figures. */
export function PollFacts({ view }: { readonly view: Shown }) {
  const { t } = useWords()
  const { poll, turnout } = view
  const fact = (question: 'who' | 'until' | 'secret' | 'changeable' | 'result' | 'then' | 'turnout') =>
    t(`polls:facts.${question}`)
  return (
    <FactList
      facts={[
        {
          question: fact('who'),
          answer: whoInWords(t, view),
          more:
            turnout === undefined || turnout.of === null
              ? null
              : t('polls:facts.people', { count: turnout.of }),
        },
        { question: fact('until'), ...timeFact(t, poll) },
        {
          question: fact('secret'),
          answer: t(`polls:secrecy.${poll.secrecy}`),
          more:
            poll.secrecy === 'open'
              ? t(`polls:names.${poll.names}`)
              : t(`polls:secrecy-more.${poll.secrecy}`),
        },
        { question: fact('changeable'), answer: t(`polls:changeable.${poll.changeable}`) },
        { question: fact('result'), answer: t(`polls:result-when.${poll.resultWhen}`) },
        ...(poll.consequence === '' ? [] : [{ question: fact('then'), answer: poll.consequence }]),
        ...(poll.state === 'announced' || turnout === undefined
          ? []
          : [{ question: fact('turnout'), answer: turnoutInWords(t, { turnout }) }]),
        ...rulesOf(t, poll).map((answer, place) => ({
          question: place === 0 ? t('polls:facts.needed') : '',
          answer,
        })),
      ]}
    />
  )
}

function timeFact(t: Say, poll: Shown['poll']) {
  if (poll.state === 'announced' && poll.opensAt !== null) {
    return {
      answer: (
        <>
          {t('polls:facts.from')} <Time at={poll.opensAt} />
        </>
      ),
      more: poll.closesAt === null ? null : <Until at={poll.closesAt} />,
    }
  }
  const end = poll.closedAt ?? poll.closesAt
  return { answer: end === null ? t('polls:facts.by-hand') : <Time at={end} /> }
}

function Until({ at }: { readonly at: string }) {
  const { t } = useWords()
  return (
    <>
      {t('polls:facts.to')} <Time at={at} />
    </>
  )
}

/** "Alle mit Konto", "Die Bank Ausschuss am Runden Tisch" */
export function whoInWords(t: Say, { who }: Pick<Shown, 'who'>): string {
  const { electorate, body, bench } = who
  return t(`polls:electorate.${electorate}`, { body: body ?? '', bench: bench ?? '' })
}

export function turnoutInWords(t: Say, { turnout }: Pick<PollView, 'turnout'>): string {
  const { votes, exact, of } = turnout
  if (!exact && votes === 0) return t('polls:turnout.few')
  const figures = { count: votes, of: of ?? 0 }
  if (!exact) return t(of === null ? 'polls:turnout.at-least' : 'polls:turnout.at-least-of', figures)
  return t(of === null ? 'polls:turnout.votes' : 'polls:turnout.votes-of', figures)
}

function rulesOf(t: Say, poll: Shown['poll']): readonly string[] {
  const rules: string[] = []
  if (poll.method === 'yes-no' && poll.majority !== 'most') {
    rules.push(t(`polls:majority.${poll.majority}`, { base: t(`polls:base.${poll.majorityBase}`) }))
  }
  if (poll.quorum > 0) rules.push(t('polls:facts.quorum', { count: poll.quorum }))
  if (poll.seats > 1) rules.push(t('polls:facts.seats', { count: poll.seats }))
  return rules
}

/** Beside a ballot: the same for everybody who votes. */
export function FactsBesideBallot({ view: { poll, who } }: { readonly view: Shown }) {
  return <Remembered piece={PollFacts} properties={{ view: { poll, who } }} late={{}} className="no-box" />
}
