// Votes as pages show them: outcomes told in the visitor's language, lists ready to draw.
import type { PollInList } from '#app/components/polls/poll-entry.tsx'
import type { ListedPoll } from '#app/domain/polls/listed.server.ts'
import { pairsOf, pictureOf, roundTable } from '#app/domain/polls/picture.ts'
import type { Poll, PollOption } from '#app/domain/polls/poll.ts'
import { readResult } from '#app/domain/polls/view.server.ts'
import { outcomeInWords } from '#app/i18n/outcome.ts'
import { explainInWords } from '#app/i18n/rounds.ts'
import type { Words } from '#app/i18n/words.tsx'
import type { Door } from './door.server.ts'

export function inList(words: Words, polls: readonly ListedPoll[]): readonly PollInList[] {
  return polls.map(({ id: _, outcome, options, quorum, ...poll }) => ({
    ...poll,
    outcome: outcome ? outcomeInWords(words, { ...poll, quorum }, options, outcome) : null,
  }))
}

/** A result ready to draw: the sentence, the picture, how it was counted. */
export async function showResult(
  door: Pick<Door, 'ask' | 't' | 'lang' | 'platform'>,
  poll: Poll,
  options: readonly PollOption[],
  kind: 'interim' | 'final',
) {
  const read = await readResult(door.ask, poll.id, kind)
  if (read === null) return null
  const { counted, outcome, countedAt } = read
  const rules = { ...poll, base: poll.majorityBase }
  const parts =
    counted === null
      ? null
      : {
          picture: pictureOf(counted, rules),
          explained: explainInWords(door, counted, options, rules, poll.settings),
          table: counted.kind === 'options' ? roundTable(counted.result) : null,
          pairs: counted.kind === 'options' ? pairsOf(counted.result) : null,
          turnout: counted.turnout,
          lots:
            poll.seed === null
              ? null
              : door.platform.drawLots(
                  poll.seed,
                  [...options].sort((a, b) => a.place - b.place).map(({ key }) => key),
                ),
        }
  return { sentence: outcomeInWords(door, poll, options, outcome), countedAt, parts }
}

export type ResultParts = NonNullable<NonNullable<Awaited<ReturnType<typeof showResult>>>['parts']>
