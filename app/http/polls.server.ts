// Votes as pages show them: outcomes told in the visitor's language, lists ready to draw.
import type { PollInList } from '#app/components/polls/poll-entry.tsx'
import type { Counted } from '#app/domain/polls/counting.ts'
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
  const inPlace = [...options].sort((a, b) => a.place - b.place).map(({ key }) => key)
  const lots = poll.seed === null ? null : door.platform.drawLots(poll.seed, inPlace)
  return {
    sentence: outcomeInWords(door, poll, options, outcome),
    countedAt,
    parts: counted === null ? null : resultParts(door, poll, options, counted, lots),
  }
}

/** Everything a result page draws below its sentence. */
export function resultParts(
  words: Words,
  poll: Pick<Poll, 'quorum' | 'majority' | 'majorityBase' | 'rollSize' | 'settings' | 'label'>,
  options: readonly Pick<PollOption, 'key' | 'title'>[],
  counted: Counted,
  lots: readonly string[] | null,
) {
  const rules = { ...poll, base: poll.majorityBase }
  return {
    picture: pictureOf(counted, rules),
    explained: explainInWords(words, counted, options, rules, poll),
    table: counted.kind === 'options' ? roundTable(counted.result) : null,
    pairs: counted.kind === 'options' ? pairsOf(counted.result) : null,
    turnout: counted.turnout,
    lots,
  }
}

export type ResultParts = ReturnType<typeof resultParts>
