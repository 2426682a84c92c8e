// What the code itself never does, whoever writes it.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { limits } from '#server/limits.ts'
import { listSources } from '#tests/house/sources.ts'

const own = listSources(['app', 'server', 'db'])

function where(pattern: RegExp, except: RegExp = /^$/): readonly string[] {
  return own.filter((file) => !except.test(file) && pattern.test(code(file)))
}

/** The file without its comments. */
function code(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
}

test('the sources are looked at at all', () => {
  expect(own.length).toBeGreaterThan(300)
})

test('no text becomes code, no input a command of the machine', () => {
  expect(where(/\beval\(|new Function\(|setTimeout\(\s*['"`]/)).toEqual([])
  expect(where(/from 'node:child_process'|require\('child_process'\)/)).toEqual([])
})

test('ids, codes and secrets come from the machine’s own generator', () => {
  // Guessing how long somebody waits before the next try helps nobody, nor the days of a made-up town.
  const waiting = [
    /^server\/(live|demo)\//,
    /^app\/live\//,
    /^app\/domain\/run\.server\.ts$/,
    /^app\/components\/polls\/poll-live\.tsx$/,
    /^db\/migrate\.ts$/,
  ]
  const used = where(/Math\.random\(/).filter((file) => !waiting.some((place) => place.test(file)))
  expect(used).toEqual([])
})

test('HTML from outside reaches a page through one component only', () => {
  // What is remembered was drawn by React from our own components, which escape what people wrote.
  const ours = /^app\/(components\/(html|remembered)\.tsx|root\.tsx)$/
  expect(where(/dangerouslySetInnerHTML/, ours)).toEqual([])
  expect(where(/\.innerHTML\s*=/, /^server\/rendering\//)).toEqual([])
})

test('no SQL is put together from words', () => {
  expect(where(/sql\.raw\(|sql\.lit\(/, /^db\//)).toEqual([])
})

test('how often one may try is written down', () => {
  const page = readFileSync('docs/security.md', 'utf8')
  const said = [...page.matchAll(/^\| `([\w-]+)`: [^|]+\| (\d+) \| (\d+) min \|$/gm)].map(
    ([, name, points, minutes]) => [name, { points: Number(points), seconds: Number(minutes) * 60 }],
  )
  expect(Object.fromEntries(said)).toEqual(limits)
})

test('docs/security.md names only tests there are', () => {
  const page = readFileSync('docs/security.md', 'utf8')
  const rows = page.split('\n').filter((line) => /^\| \d/.test(line))
  expect(rows.length).toBeGreaterThanOrEqual(79)
  const missing: string[] = []
  for (const row of rows) {
    const held = row.split('|').at(-2)?.trim() ?? ''
    const named = [...held.matchAll(/`(tests\/[^`]+)`(?: “([^”]+(?:“[^”]*”[^”]*)?)”)?/g)]
    if (named.length === 0 && !/^(by hand|not met, because|does not apply, because) ?\S/.test(held))
      missing.push(row)
    for (const [, file = '', title] of named) {
      if (!existsSync(file)) missing.push(`${file} is not there: ${row}`)
      else if (title && !readFileSync(file, 'utf8').includes(title)) missing.push(`${file} has no “${title}”`)
    }
  }
  expect(missing).toEqual([])
})
