// No package is older than the version that mended a known hole. Looked up in the lock file, since no advisory service is asked.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Floor {
  readonly least: string
  /** Versions of older lines in which the hole was mended too. */
  readonly earlier?: readonly string[]
  readonly why: string
}

const floors = JSON.parse(readFileSync('tests/security/floors.json', 'utf8')) as Record<string, Floor>
type Packages = Readonly<Record<string, { version?: string; resolved?: string }>>
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Packages }

/** Every copy of a package there is in the tree, with the place it stands in. */
function copiesOf(name: string, among = packages): readonly (readonly [place: string, version: string])[] {
  return Object.entries(among).flatMap(([place, { version }]) =>
    place.endsWith(`node_modules/${name}`) && version ? [[place, version] as const] : [],
  )
}

function floorFor(version: string, least: string, earlier: readonly string[]): string {
  return earlier.find((one) => one.split('.')[0] === version.split('.')[0]) ?? least
}

function isOlder(version: string, least: string): boolean {
  const [a, b] = [version, least].map((one) =>
    one
      .replace(/[-+].*/, '')
      .split('.')
      .map(Number),
  )
  for (let part = 0; part < 3; part++) {
    const difference = (a?.[part] ?? 0) - (b?.[part] ?? 0)
    if (difference !== 0) return difference < 0
  }
  // A version before the release is older than it.
  return version.includes('-')
}

function olderThanMended(among: Packages): readonly string[] {
  return Object.entries(floors).flatMap(([name, { least, earlier = [], why }]) =>
    copiesOf(name, among)
      .filter(([, version]) => isOlder(version, floorFor(version, least, earlier)))
      .map(([place, version]) => `${place} ${version} is older than ${least}: ${why}`),
  )
}

test('versions are compared by number, and a trial is older than its release', () => {
  expect(isOlder('3.4.9', '3.4.14')).toBe(true)
  expect(isOlder('3.4.14', '3.4.14')).toBe(false)
  expect(isOlder('10.0.0', '9.9.9')).toBe(false)
  expect(isOlder('3.4.14-beta.1', '3.4.14')).toBe(true)
})

test('no package has a known hole that a newer one mended', () => {
  expect(olderThanMended(packages)).toEqual([])
  for (const name of Object.keys(floors)) expect(copiesOf(name), name).not.toEqual([])
})

test('an old copy deep in the tree would be found, and an old line that was mended would not', () => {
  const among = {
    'node_modules/socket.io-parser': { version: '4.2.7' },
    'node_modules/socket.io-adapter/node_modules/socket.io-parser': { version: '4.2.6' },
    'node_modules/ws': { version: '7.5.10' },
    'node_modules/engine.io/node_modules/ws': { version: '8.17.0' },
  }
  expect(olderThanMended(among).map((one) => one.split(' is older')[0])).toEqual([
    'node_modules/socket.io-adapter/node_modules/socket.io-parser 4.2.6',
    'node_modules/engine.io/node_modules/ws 8.17.0',
  ])
})

test('nothing sanitises texts on a DOM that lets scripts through', () => {
  expect(copiesOf('happy-dom')).toEqual([])
  expect(copiesOf('linkedom')).toEqual([])
})

test('no package comes from a place of its own: the lock file names no address at all', () => {
  const odd = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)
  expect(odd.map(([place, { resolved }]) => `${place} ${resolved}`)).toEqual([])
})
