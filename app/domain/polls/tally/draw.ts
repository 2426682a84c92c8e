/** The public draw: how a seed, drawn after the close for all to see, becomes the order of lots. */
import { indexOf, type OptionId } from '#app/domain/polls/tally/ballots.ts'

/**
 * What has to be hashed (SHA-256) for each option, in the order of the options: seed, then the option.
 * The seed is drawn publicly after the close, as with dice in the meeting: a seed made from the ballots could be steered
 * by whoever votes last.
 */
export function lotTexts(seed: string, options: readonly OptionId[]): readonly string[] {
  return options.map((option) => `${seed}${option}`)
}

/**
 * The order of lots, best first: the options by their digests, smallest first.
 * @param digests one per option, lower-case hexadecimal, as hashed from `lotTexts`
 * @throws RangeError when there is not one digest per option
 */
export function lotOrder(options: readonly OptionId[], digests: readonly string[]): readonly OptionId[] {
  const index = indexOf(options)
  if (digests.length !== index.size) throw new RangeError('one digest per option is needed')
  const digestOf = (option: OptionId) => digests[index.get(option) ?? -1] as string
  return [...options].sort((a, b) => (digestOf(a) < digestOf(b) ? -1 : 1))
}
