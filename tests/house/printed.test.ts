// What can be printed from the code is printed, and must be of today.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { events } from '#app/domain/events.ts'
import { ideaStates } from '#app/domain/ideas/idea.ts'
import { policy } from '#app/domain/policy.ts'
import { refusalStatus } from '#app/domain/refusal.ts'
import germanIdeas from '#app/i18n/de/ideas.json'
import german from '#app/i18n/de/refusals.json'
import englishIdeas from '#app/i18n/en/ideas.json'
import { feeds, pages } from '#app/routes.ts'
import { eventTable } from '#server/commands/events.ts'
import { permissionsPage, permissionTable } from '#server/commands/permissions.ts'
import { routeTable } from '#server/commands/routes.ts'

test('docs/permissions.md is what the policy says today', () => {
  expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissionsPage())
})

test('the permission table has a row for every action and an answer for every role', () => {
  const table = permissionTable()
  expect(table.map((row) => row.action)).toEqual(Object.keys(policy))
  for (const row of table)
    expect(Object.values(row.roles).every((answer) => ['yes', 'no', 'own'].includes(answer))).toBe(true)
})

test('the administration is shut out of the Council’s inner rooms, whatever else a person is', () => {
  const inner = permissionTable().find((row) => row.action === 'council.read-internal')
  expect(inner).toMatchObject({
    never: ['administration'],
    roles: { administration: 'no', operator: 'no', creator: 'yes' },
  })
})

test('the route table names every address; one that writes asks for an action', () => {
  const table = routeTable()
  expect(table.length).toBe(pages.length + feeds.length)
  const silent = table
    .filter((row) => row.methods.includes('POST') && row.actions.length === 0)
    .map((row) => row.file)
  expect(silent).toEqual([])
})

test('the event table has every event with an audience that the policy knows', () => {
  const table = eventTable().filter((row) => row.kind === 'event')
  expect(table.map((row) => row.name)).toEqual(Object.keys(events))
  for (const row of table) expect(Object.keys(policy)).toContain(row.audience)
})

test('every refusal has its sentence', () => {
  const keys = Object.keys(german).map((key) => key.replace(/_(one|other)$/, ''))
  expect(Object.keys(refusalStatus).filter((reason) => !keys.includes(reason))).toEqual([])
})

test('every file and picture that our pages for developers name is there', () => {
  const pages = [
    'README.md',
    ...readdirSync('docs')
      .filter((file) => file.endsWith('.md'))
      .map((file) => `docs/${file}`),
  ]
  const missing = pages.flatMap((page) => {
    const text = readFileSync(page, 'utf8')
    const named = [...text.matchAll(/`((?:app|db|server|tests|docs|public)\/[\w./-]+)`/g)].map(
      (match) => match[1] ?? '',
    )
    const linked = [...text.matchAll(/\]\((?!https?:)([\w./-]+)\)/g)].map((match) =>
      path.posix.join(path.posix.dirname(page), match[1] ?? ''),
    )
    return [...named, ...linked]
      .filter((file) => !file.includes('NNN') && !existsSync(file))
      .map((file) => `${page}: ${file}`)
  })
  expect(missing).toEqual([])
})

test('docs/words.md has every state of an idea in the words of the screen', () => {
  const words = readFileSync('docs/words.md', 'utf8')
  const missing = ideaStates.filter(
    (state) =>
      !words.includes(`| \`${state}\` | ${germanIdeas.state[state]} | ${englishIdeas.state[state]} |`),
  )
  expect(missing).toEqual([])
})
