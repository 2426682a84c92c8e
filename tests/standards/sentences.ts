// Clause-sized German texts and rewordings of them, for properties. Few different words, so that coincidences are the rule.
import fc from 'fast-check'

const words = [
  'wir',
  'der',
  'Raum',
  'Schlüssel',
  'und',
  'spätestens',
  '3',
  'Tage',
  'Hauptamt',
  'ab.',
  'vorher,',
  'nicht',
]

const word = fc.constantFrom(...words)

export const sentences = fc.array(word, { maxLength: 25 }).map((all) => all.join(' '))

/** Takes some words out and puts some in, at places spread over the text. */
const rewording = (base: readonly string[], fresh: fc.Arbitrary<string>) =>
  fc
    .array(fc.record({ at: fc.nat(base.length), out: fc.nat(3), put: fc.array(fresh, { maxLength: 3 }) }), {
      maxLength: 3,
    })
    .map((edits) => {
      const changed = [...base]
      for (const { at, out, put } of [...edits].sort((a, b) => b.at - a.at)) changed.splice(at, out, ...put)
      return changed.join(' ')
    })

export const rewordings = fc
  .array(word, { minLength: 1, maxLength: 25 })
  .chain((base) => rewording(base, word).map((changed) => ({ base: base.join(' '), changed })))

/** One base, reworded by two people; what each puts in is marked with the side, so that it can be found again. */
export const twoSides = fc.array(word, { minLength: 1, maxLength: 25 }).chain((base) =>
  fc.record({
    base: fc.constant(base.join(' ')),
    ours: rewording(base, fc.constantFrom('unser1', 'unser2', 'unser3')),
    theirs: rewording(base, fc.constantFrom('deren1', 'deren2', 'deren3')),
  }),
)
