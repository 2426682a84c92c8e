// The outcome of a vote as a sentence to read aloud, to print in minutes and to send by mail.
import type { Outcome } from '#app/domain/polls/outcome.ts'
import type { Poll, PollOption } from '#app/domain/polls/poll.ts'
import type { Words } from './words.tsx'

/** Whole sentences, ready to be read out. */
export function outcomeInWords(
  words: Words,
  poll: Pick<Poll, 'label' | 'quorum' | 'method'>,
  options: readonly Pick<PollOption, 'key' | 'title'>[],
  outcome: Outcome,
): string {
  const { t } = words
  if (outcome.kind === 'too-few') return t('polls:outcome.too-few')
  if (outcome.outcome === 'no-votes') return t('polls:outcome.no-votes')
  if (outcome.outcome === 'no-quorum') {
    const { quorum } = poll
    return t('polls:outcome.no-quorum', { count: outcome.cast, quorum })
  }
  switch (outcome.kind) {
    case 'motion': {
      const figures = figuresInWords(words, outcome, ['yes', 'no', 'abstain', 'invalid'])
      const mood = poll.label === 'mood' ? 'mood-' : ''
      const benches = outcome.benches ?? []
      const silent = benches.filter(({ yes }) => yes === 0).map(({ name }) => name)
      const said = t(`polls:outcome.${mood}${outcome.outcome}` as 'polls:outcome.carried', {
        figures,
        benches: listInWords(words.lang, silent),
      })
      return benches.length > 0 && silent.length === 0 ? `${said} ${t('polls:outcome.every-bench')}` : said
    }
    case 'consent':
      return t(`polls:outcome.${outcome.outcome as 'adopted'}`, {
        figures: figuresInWords(words, outcome, ['consents', 'concerns', 'objections']),
      })
    case 'options': {
      const named = (keys: readonly string[]) => calledInWords(words, poll.label, options, keys)
      if (outcome.outcome === 'second-round') {
        return t('polls:outcome.second-round', { tied: named(outcome.tied) })
      }
      if (outcome.outcome === 'status-quo') return t('polls:outcome.status-quo')
      const sentences = outcome.winners.length > 0 ? [wonInWords(words, poll, outcome.winners, named)] : []
      if (outcome.tied.length > 0) {
        sentences.push(t('polls:outcome.tie', { tied: named(outcome.tied) }))
        if (poll.label !== 'mood') sentences.push(t('polls:outcome.tie-lot', { count: outcome.seatsLeft }))
      }
      return sentences.join(' ')
    }
  }
}

function wonInWords(
  { t }: Words,
  poll: Pick<Poll, 'label' | 'method'>,
  winners: readonly string[],
  named: (keys: readonly string[]) => string,
): string {
  const values = { count: winners.length, winners: named(winners) }
  if (poll.method === 'consensing') return t('polls:outcome.least-resistance', values)
  if (poll.label === 'election') return t('polls:outcome.elected', values)
  if (poll.label === 'mood' || winners.length > 1) return t('polls:outcome.chosen', values)
  return t('polls:outcome.decided', values)
}

/** "9 Ja-Stimmen, 4 Nein-Stimmen und 2 Enthaltungen"; what is zero is left out, save yes and no. */
function figuresInWords<
  K extends 'yes' | 'no' | 'abstain' | 'invalid' | 'consents' | 'concerns' | 'objections',
>(words: Words, figures: Readonly<Record<K, number>>, which: readonly K[]): string {
  const said = which
    .filter((figure) => figures[figure] > 0 || figure === 'yes' || figure === 'no' || figure === 'consents')
    .map((figure) => words.t(`polls:figures.${figure}`, { count: figures[figure] }))
  return listInWords(words.lang, said)
}

/** People are called by their names; what another option says is quoted. */
export function calledInWords(
  words: Words,
  label: Poll['label'],
  options: readonly Pick<PollOption, 'key' | 'title'>[],
  keys: readonly string[],
): string {
  return label === 'election'
    ? listInWords(words.lang, titlesOf(options, keys))
    : titlesInWords(words, options, keys)
}

/** „Offene Ateliers“ und „Kulturbus“ */
export function titlesInWords(
  words: Words,
  options: readonly Pick<PollOption, 'key' | 'title'>[],
  keys: readonly string[],
): string {
  return listInWords(
    words.lang,
    titlesOf(options, keys).map((title) => words.t('polls:outcome.quoted', { title })),
  )
}

function titlesOf(
  options: readonly Pick<PollOption, 'key' | 'title'>[],
  keys: readonly string[],
): readonly string[] {
  return keys.map((key) => options.find((option) => option.key === key)?.title ?? key)
}

export function listInWords(lang: Words['lang'], parts: readonly string[]): string {
  return new Intl.ListFormat(lang === 'de' ? 'de-DE' : 'en-GB', { type: 'conjunction' }).format(parts)
}
