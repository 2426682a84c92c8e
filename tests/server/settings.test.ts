import { expect, test } from 'vitest'
import { readSettings, settingsTable } from '#server/settings.ts'

const settingsFrom = (environment: Record<string, string>) =>
  readSettings({ NODE_ENV: 'test', ...environment })

test.each([
  ['PORT', '99999999', 'PORT must be a port number'],
  ['PORT', 'drei', 'PORT must be a port number'],
  ['BASE_URL', 'stimmtisch.example.de', 'BASE_URL must start with http'],
  ['BASE_URL', 'https://stimmtisch.example.de/', 'without a slash'],
  ['DATA_DIR', '', 'DATA_DIR must name a folder'],
  ['DATABASE_URL', 'mysql://town', 'DATABASE_URL must be a file name or start with postgres'],
  ['SMTP_URL', 'mail.example.de', 'SMTP_URL must start with smtp'],
  ['MAIL_FROM', 'nobody', 'MAIL_FROM must be a mail address'],
  ['TRUST_PROXY', 'yes', 'TRUST_PROXY must be a number'],
  ['METRICS_PORT', 'on', 'METRICS_PORT must be a port number'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be'],
])('%s=%s stops the start with a sentence', (name, value, sentence) => {
  expect(() => settingsFrom({ [name]: value })).toThrow(sentence)
  expect(() => settingsFrom({})).not.toThrow()
})

test('a secret that is too short is refused and not printed', () => {
  expect(() => settingsFrom({ SESSION_SECRET: 'geheim' })).toThrow(/at least 32 characters/)
  expect(() => settingsFrom({ SESSION_SECRET: 'geheim' })).not.toThrow(/geheim/)
  expect(settingsFrom({ SESSION_SECRET: 'g'.repeat(32) }).sessionSecret).toHaveLength(32)
})

test('every setting has a name of its own, a default that is right, and a meaning that ends', () => {
  expect(new Set(settingsTable.map(({ name }) => name)).size).toBe(settingsTable.length)
  for (const { name, default: byDefault, meaning, check } of settingsTable) {
    expect(check.safeParse(byDefault).success, name).toBe(true)
    expect(meaning, name).toMatch(/[a-z].*\.$/)
  }
})

test('everything is found from the port and one folder', () => {
  expect(settingsFrom({ PORT: '4711', DATA_DIR: '/srv/town' })).toMatchObject({
    baseUrl: 'http://localhost:4711',
    databaseUrl: '/srv/town/stimmtisch.sqlite',
    mailFrom: 'stimmtisch@localhost',
    smtpUrl: null,
    metricsPort: null,
    demo: false,
  })
})
