import { describe, expect, test } from 'vitest'
import { acceptName, handleOf, sortNameOf } from '#app/domain/people/account.ts'
import { digitsOf } from '#app/domain/people/code.ts'
import { deviceOf } from '#app/domain/people/device.ts'
import { wayBack } from '#app/domain/people/way-back.ts'

describe('names', () => {
  test('are kept as typed, in order of the telephone book', () => {
    expect(acceptName('  Elif   Aydoğan ', '16+')).toBe('Elif Aydoğan')
    expect(
      ['Zorn', 'Ärger', 'Adler', 'Straße'].sort((a, b) => (sortNameOf(a) < sortNameOf(b) ? -1 : 1)),
    ).toEqual(['Adler', 'Ärger', 'Straße', 'Zorn'])
  })

  test.each(['a@b.de', 'https://x.de', '<b>x</b>', '!!', '7', 'Re\u200bnate', 'Re\u202enate'])(
    '%j is no name',
    (name) => {
      expect(() => acceptName(name, '16+')).toThrow(expect.objectContaining({ reason: 'name_not_plain' }))
    },
  )

  test('become handles in plain letters', () => {
    expect(handleOf('Jürgen Groß')).toBe('juergen-gross')
    expect(handleOf('Elif Aydoğan', 2)).toBe('elif-aydogan-2')
    expect(handleOf('Миша')).toBe('konto')
  })
})

test('a pasted code may carry spaces and words', () => {
  expect(digitsOf('Code: 123 456')).toBe('123456')
})

test('a device is called by its browser and system', () => {
  expect(deviceOf('Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0')).toBe(
    'Firefox, Linux',
  )
  expect(
    deviceOf(
      'Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1 Safari/604.1',
    ),
  ).toBe('Safari, iPad')
  expect(deviceOf(null)).toBe('')
})

describe('the way back after signing in', () => {
  test.each(['/ideen/147', '/en/ideen?seite=2', '/konto#post'])('%s is ours', (path) => {
    expect(wayBack(path)).toBe(path)
  })
  test.each([
    '',
    'ideen',
    '//boese.example',
    '/\\boese.example',
    '\\\\boese.example',
    'https://boese.example/',
    '/\tboese',
    '/..//boese.example',
    '/en//boese.example',
    '/en/en//boese.example',
    'javascript:alert(1)',
    '/anmelden?zurueck=/x',
    '/en/abmelden',
    `/${'a'.repeat(600)}`,
  ])('%j is not', (path) => {
    expect(wayBack(path)).toBeNull()
  })
})
