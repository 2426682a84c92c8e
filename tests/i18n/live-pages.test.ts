import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { expect, test } from 'vitest'
import german from '#app/i18n/de/index.ts'
import { commonChapters } from '#app/i18n/words.tsx'
import { listSources } from '#tests/house/sources.ts'

const pages = listSources(['app/routes']).filter((file) => /\blive: \[/.test(readFileSync(file, 'utf8')))

test('there are live pages', () => {
  expect(pages.length).toBeGreaterThan(15)
})

test.each(pages)('%s sends the chapters its parts speak from, and no other', (page) => {
  const named = /\blive: \[([^\]]*)\]/.exec(readFileSync(page, 'utf8'))?.[1] ?? ''
  const spoken = [...reached(resolve(page), reached(resolve('app/root.tsx')))].flatMap(chaptersIn)
  expect([...named.matchAll(/'(\w+)'/g)].map(([, chapter]) => chapter).sort()).toEqual(
    [...new Set(spoken)].filter((chapter) => !commonChapters.some((common) => common === chapter)).sort(),
  )
})

/** The files a page brings into the browser: what it imports, save types and what stays on the server. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const source = readFileSync(file, 'utf8')
  const imports = source.matchAll(
    /^(?:import|export)\s(?!type)[^'"]*?from '([^']+)'|\bimport\('([^']+)'\)/gms,
  )
  for (const [, from = '', lazily = ''] of imports) {
    const path = from || lazily
    if (path.includes('.server')) continue
    const next = path.startsWith('#') ? resolve(path.slice(1)) : resolve(dirname(file), path)
    if (/\.tsx?$/.test(next) && existsSync(next)) reached(next, seen)
  }
  return seen
}

function chaptersIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/['"`](\w+):(?:[a-z]|\$\{)/g)]
    .map(([, chapter = '']) => chapter)
    .filter((chapter) => chapter in german)
}
