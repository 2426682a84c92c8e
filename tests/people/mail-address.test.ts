import { expect, test } from 'vitest'
import { parseMailAddress } from '#app/domain/people/mail-address.ts'
import { isMissing, readReference } from '#tests/reference-data.ts'

test.each([
  ['kim@example.org', 'kim@example.org'],
  [' Kim.Beispiel+Stadt@Example.ORG ', 'kim.beispiel+stadt@example.org'],
  ['ｋim@example.org', 'kim@example.org'],
  ['info@bücher.example', 'info@xn--bcher-kva.example'],
  ['info@example.xn--p1ai', 'info@example.xn--p1ai'],
  [`${'k'.repeat(64)}@example.org`, `${'k'.repeat(64)}@example.org`],
])('%s is written to as %s', (typed, address) => {
  expect(parseMailAddress(typed)).toBe(address)
})

test.each([
  '',
  'kim',
  '@example.org',
  'kim@',
  'kim@localhost',
  'kim@127.0.0.1',
  'kim@[127.0.0.1]',
  'kim@example..org',
  'kim@-example.org',
  'kim@example.org.',
  'kim@example.org:25',
  'kim@example.org/weg',
  '.kim@example.org',
  'kim..k@example.org',
  'kim@example.org\nBcc: alle@example.org',
  'kim@example.org\u0000',
  '"kim beispiel"@example.org',
  'Kim <kim@example.org>',
  'kim@example.org, eva@example.org',
  'alle: kim@example.org;',
  'kim(Kim)@example.org',
  'kim@eva@example.org',
  `${'k'.repeat(65)}@example.org`,
  `kim@${'e'.repeat(64)}.org`,
  `kim@${'e.'.repeat(130)}org`,
])('%j is not an address we write to', (typed) => {
  expect(parseMailAddress(typed)).toBeNull()
})

interface BadInputs {
  readonly inputs: readonly { readonly target?: string; readonly value: unknown }[]
}

const bad = 'security/bad-inputs.json'
test.skipIf(isMissing(bad))('no known trick with mail addresses gives more than one plain mailbox', () => {
  const values = readReference<BadInputs>(bad).inputs.map((input) => String(input.value))
  const accepted = values.map(parseMailAddress).filter((address) => address !== null)
  expect(values.length).toBeGreaterThan(500)
  for (const address of accepted) {
    expect(address).toMatch(/^[^\s@"(),:;<>[\\\]]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/)
    expect(parseMailAddress(address)).toBe(address)
  }
})
