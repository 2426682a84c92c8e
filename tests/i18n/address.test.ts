import { expect, it } from 'vitest'
import { addressIn, bareAddress } from '#app/i18n/address.ts'

it('German addresses stand bare, English ones put their code in front', () => {
  expect(addressIn('de', '/ideen/11')).toBe('/ideen/11')
  expect(addressIn('en', '/ideen/11')).toBe('/en/ideen/11')
  expect(addressIn('en', '/')).toBe('/en')
  expect(addressIn('en', '/?seite=2')).toBe('/en?seite=2')
})

it('an address that carries its language already is not given it twice', () => {
  expect(addressIn('en', '/en/ideen')).toBe('/en/ideen')
  expect(addressIn('de', '/en/ideen')).toBe('/ideen')
  expect(addressIn('de', '/en')).toBe('/')
  expect(bareAddress('/entwurf')).toBe('/entwurf')
})

it('what stands behind a language leads to no other house', () => {
  for (const path of ['/en//example.org', '/en///example.org']) {
    expect(addressIn('de', path)).toBe('/example.org')
    expect(addressIn('en', path)).toBe('/en/example.org')
  }
})

it('what is not an address of the house stays as it is', () => {
  for (const elsewhere of [
    '#schreiben',
    '?ansicht=zeit',
    'mailto:rat@example.org',
    'https://example.org/en',
    '//example.org',
  ]) {
    expect(addressIn('en', elsewhere)).toBe(elsewhere)
  }
})
