import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { lotOrder, lotTexts } from '#app/domain/polls/tally/draw.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('the order of lots', () => {
  it('is the same for the same seed, in whatever order the options are listed', () => {
    const drawn = (options: readonly string[]) => lotOrder(options, lotTexts('4-2-6-1', options).map(sha256))
    const order = drawn(['Ada', 'Ben', 'Cem'])
    expect(drawn(['Cem', 'Ada', 'Ben'])).toEqual(order)
    expect(order.map((option) => sha256(`4-2-6-1${option}`))).toEqual(
      order.map((option) => sha256(`4-2-6-1${option}`)).sort(),
    )
  })

  it('needs a digest for every option', () => {
    expect(() => lotOrder(['Ada', 'Ben'], [sha256('x')])).toThrow(RangeError)
  })
})
