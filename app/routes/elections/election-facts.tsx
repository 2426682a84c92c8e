import { type Fact, FactList } from '#app/components/fact-list.tsx'
import { Time } from '#app/components/time.tsx'
import { dayThatEnds, type ElectionRules } from '#app/domain/elections/election.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface ShownRules extends Omit<ElectionRules, 'title' | 'about'> {
  readonly moments: {
    readonly rollClosesAt: string
    readonly candidatesUntil: string
    readonly opensAt: string
    readonly closesAt: string
    readonly termFromAt: string
  }
}

/** Everything that was decided before anybody voted. */
export function ElectionFacts({ rules }: { readonly rules: ShownRules }) {
  const words = useWords()
  const { t } = words
  const { moments } = rules
  const kept = rules.branches.filter(({ minimum }) => minimum > 0)
  const facts: Fact[] = [
    {
      question: t('elections:facts.who'),
      answer: t(`elections:facts.who-${rules.electorate}`, { age: rules.minimumAge }),
      more: (
        <>
          {t('elections:facts.cut-off')}: <Time at={dayThatEnds(moments.rollClosesAt)} as="date" />
        </>
      ),
    },
    {
      question: t('elections:facts.candidates'),
      answer: <Time at={dayThatEnds(moments.candidatesUntil)} as="date" />,
    },
    {
      question: t('elections:facts.open'),
      answer: <Time at={moments.opensAt} />,
      more: (
        <>
          {t('elections:facts.until')} <Time at={moments.closesAt} />
        </>
      ),
    },
    { question: t('elections:facts.secret'), answer: t('elections:facts.secret-answer') },
    {
      question: t('elections:facts.seats'),
      answer: rules.seats,
      more:
        kept.length > 0
          ? `${t('elections:facts.branches')}: ${kept.map(({ name, minimum }) => `${name} ${minimum}`).join(', ')}`
          : null,
    },
    {
      question: t('elections:facts.votes'),
      answer:
        rules.method === 'multiple-choice'
          ? t('elections:facts.votes-answer', { count: rules.votes })
          : t(rules.method === 'approval' ? 'elections:method.approval' : 'elections:facts.ranked'),
    },
    { question: t('elections:facts.method'), answer: t(`elections:method.${rules.method}`) },
    {
      question: t('elections:facts.tie'),
      answer: t(`elections:facts.tie-${rules.runOff}`),
      more: rules.runOff === 'vote' ? t('elections:facts.run-off-days', { count: rules.runOffDays }) : null,
    },
    { question: t('elections:facts.paper'), answer: t(`elections:facts.paper-${rules.paper}`) },
    {
      question: t('elections:facts.objection'),
      answer: t('elections:facts.objection-days', { count: rules.objectionDays }),
    },
    {
      question: t('elections:facts.term'),
      answer: t('elections:facts.term-answer', {
        from: dateInWords(words, moments.termFromAt, townZone),
        count: rules.termMonths,
      }),
    },
  ]
  return <FactList facts={facts} />
}
