// The pieces of a kept page, put together again as any browser would.
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combineCrc, crc32 } from '#server/guest-pages/crc.ts'
import { cutPage, type FilledPage } from '#server/guest-pages/pieces.ts'

const whole = ({ parts, length }: FilledPage) => {
  const together = Buffer.concat(parts)
  expect(together).toHaveLength(length)
  return together
}

const text = fc.string({ unit: 'grapheme', maxLength: 60 })

test('a filled page is the page with the new words, and unpacks to the very same bytes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, fc.constantFrom('«nonce»', '«key-1»', '«key-2»', '')), { maxLength: 8 }),
      (parts) => {
        const old = ['«nonce»', '«key-1»', '«key-2»']
        const fresh = ['«NONCE»', '«KEY-3»', '«KEY-4»']
        const body = parts.map(([before, word]) => before + word).join('')
        const expected = old.reduce((page, word, index) => page.replaceAll(word, fresh[index] ?? ''), body)
        const page = cutPage(Buffer.from(body), old)
        const words = fresh.map((word) => Buffer.from(word))
        expect(whole(page.fill(words)).toString()).toBe(expected)
        expect(gunzipSync(whole(page.fillCompressed(words))).toString()).toBe(expected)
        // And once more: filling leaves nothing behind.
        const again = page.fillCompressed(old.map((word) => Buffer.from(word)))
        expect(gunzipSync(whole(again)).toString()).toBe(body)
      },
    ),
    { numRuns: 150 },
  )
})

test('a word of another length is never filled in', () => {
  const page = cutPage(Buffer.from('<p>word</p>'), ['word'])
  expect(() => page.fill([Buffer.from('longer')])).toThrow('as long as')
  expect(() => page.fillCompressed([])).toThrow('as long as')
})

test('the sum of two texts is the sum of both together', () => {
  expect(crc32(Buffer.from('123456789'), 0)).toBe(0xcbf43926)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.uint8Array({ maxLength: 400 }), (first, second) => {
      const both = crc32(Buffer.concat([first, second]), 0)
      expect(combineCrc(crc32(first, 0), crc32(second, 0), second.length)).toBe(both)
    }),
    { numRuns: 150 },
  )
})
