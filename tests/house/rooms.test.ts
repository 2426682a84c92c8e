// Reads the import lines of the whole house against one table: which room may import which.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listSources } from './sources.ts'

/** The rooms, first match counts, and what each may import (rooms by name, packages by name with `npm:`). */
const rooms: readonly { readonly name: string; readonly holds: RegExp; readonly may: readonly string[] }[] = [
  {
    name: 'routes',
    holds: /^app\/routes\//,
    may: ['routes', 'rules', 'deeds', 'i18n', 'components', 'live', 'http', 'frame', 'npm:*'],
  },
  {
    name: 'deeds',
    holds: /^app\/domain\/.*\.server\.ts$/,
    // Yjs is a way to keep a text, with no network and no clock of its own.
    may: ['deeds', 'rules', 'db', 'npm:kysely', 'npm:@simplewebauthn/server', 'npm:yjs'],
  },
  // Which languages there are is a rule too, though it lives beside the words.
  { name: 'rules', holds: /^app\/(domain\/|i18n\/languages\.ts$)/, may: ['rules'] },
  { name: 'i18n', holds: /^app\/i18n\//, may: ['i18n', 'rules', 'npm:react', 'npm:marked'] },
  {
    name: 'components',
    holds: /^app\/components\//,
    may: ['components', 'rules', 'i18n', 'live', 'npm:react', 'npm:@remix-run/react'],
  },
  {
    name: 'live',
    holds: /^app\/live\//,
    may: [
      'live',
      'rules',
      'i18n',
      'npm:react',
      'npm:@remix-run/react',
      'npm:socket.io-client',
      'npm:yjs',
      'npm:y-codemirror.next',
      'npm:@codemirror/state',
      'npm:@codemirror/view',
      'npm:@codemirror/commands',
    ],
  },
  { name: 'http', holds: /^app\/http\//, may: ['http', 'deeds', 'rules', 'i18n', 'npm:*'] },
  {
    name: 'frame',
    holds: /^app\//,
    may: ['routes', 'rules', 'deeds', 'i18n', 'components', 'live', 'http', 'frame', 'npm:*'],
  },
  { name: 'db', holds: /^db\//, may: ['db', 'npm:*'] },
  {
    name: 'server',
    holds: /^server\//,
    may: ['server', 'rules', 'deeds', 'i18n', 'http', 'db', 'frame', 'npm:*'],
  },
]

const doors =
  /(?:^|\n)\s*(?:import|export)\s+(?!type\b)[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

test('every room imports only what the house allows it', () => {
  const wrong = listSources(['app', 'server', 'db']).flatMap((file) =>
    wrongImports(file, readFileSync(file, 'utf8')),
  )
  expect(wrong).toEqual([])
})

test.each([
  ['app/domain/ideas/idea.ts', "import { getIdea } from './idea.server.ts'"],
  ['app/domain/ideas/idea.ts', "import {\n  readFileSync,\n} from 'node:fs'"],
  ['app/domain/ideas/idea.ts', "import { sql } from 'kysely'"],
  ['app/domain/ideas/idea.server.ts', "import { serve } from '#server/serve.ts'"],
  ['app/routes/ideas/idea.tsx', "import { openDatabase } from '#db/open.ts'"],
  ['app/components/button.tsx', "import { getIdea } from '#app/domain/ideas/idea.server.ts'"],
  ['db/open.ts', "import { may } from '#app/domain/policy.ts'"],
  ['app/http/form.ts', "export { Button } from '#app/components/button.tsx'"],
  ['app/i18n/dates.ts', "const x = await import('#app/http/form.ts')"],
])('the check sees what does not belong in %s: %s', (file, line) => {
  expect(wrongImports(file, line)).toHaveLength(1)
  expect(wrongImports(file, line.replace(/^import \{/, 'import type {'))).toHaveLength(
    line.startsWith('import') ? 0 : 1,
  )
})

function wrongImports(file: string, source: string): readonly string[] {
  const room = rooms.find(({ holds }) => holds.test(file))
  return [...source.matchAll(doors)].flatMap((match) => {
    const named = match[1] ?? match[2] ?? ''
    const target = roomOf(file, named)
    if (!room || !target || onlyTypes(match[0]) || room.may.includes(target)) return []
    if (target.startsWith('npm:') && room.may.includes('npm:*')) return []
    return [`${file} (${room.name}) imports ${named} (${target})`]
  })
}

/** `import { type A, type B }` vanishes when compiled, as `import type` does. */
function onlyTypes(line: string): boolean {
  const names = /^\s*(?:import|export)\s*\{([^}]*)\}\s*from/.exec(line)?.[1]?.split(',') ?? []
  const listed = names.map((name) => name.trim()).filter(Boolean)
  return listed.length > 0 && listed.every((name) => name.startsWith('type '))
}

function roomOf(file: string, named: string): string | null {
  if (named.startsWith('node:')) return /^app\/(domain|components|live|i18n)\//.test(file) ? 'npm:node' : null
  if (!/^[#.]/.test(named))
    return `npm:${named
      .split('/')
      .slice(0, named.startsWith('@') ? 2 : 1)
      .join('/')}`
  const target = named.startsWith('#') ? named.slice(1) : path.posix.join(path.posix.dirname(file), named)
  if (/\.(json|css|css\?url|js)$/.test(target)) return null
  return rooms.find(({ holds }) => holds.test(target))?.name ?? 'unknown'
}

test('only deeds and the database’s own room write tables', () => {
  const writing = /\b(insertInto|updateTable|deleteFrom)\(/
  const wrong = listSources(['app', 'server', 'db'])
    .filter((file) => !file.endsWith('.server.ts') && !file.startsWith('db/'))
    .filter((file) => writing.test(readFileSync(file, 'utf8')))
  expect(wrong).toEqual([])
})

test('only the live room emits', () => {
  const wrong = listSources(['app', 'server'])
    .filter((file) => !file.startsWith('server/live') && !file.startsWith('app/live/'))
    .filter((file) => /\.emit\(/.test(readFileSync(file, 'utf8')))
  expect(wrong).toEqual([])
})

test('no style attribute: our own security policy would refuse it', () => {
  const styled = listSources(['app']).filter((file) => /\bstyle=[{"]/.test(readFileSync(file, 'utf8')))
  expect(styled).toEqual([])
})

test('no attics: a room is named after what it holds', () => {
  const attic = /(^|\/)(utils?|helpers?|services?|lib|common|misc|shared)(\/|\.tsx?$)/
  expect(listSources(['app', 'server', 'db', 'tests']).filter((file) => attic.test(file))).toEqual([])
})

test('rules know no clock, no chance, no network', () => {
  const wrong = listSources(['app/domain'])
    .filter((file) => !file.endsWith('.server.ts'))
    .filter((file) =>
      /\bnew Date\(\)|Date\.now\(|Math\.random\(|\bfetch\(|process\.env/.test(readFileSync(file, 'utf8')),
    )
  expect(wrong).toEqual([])
})
