import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import { expect, test } from 'vitest'
import { type FindBranch, openBranches } from '#server/branches.ts'

const build = (await import(pathToFileURL(path.resolve('build/server/pages.js')).href)) as ServerBuild
const find = openBranches(build)

type RouteObject = Parameters<typeof matchRoutes>[0][number]

/** The page that a house would answer with, by the framework's own matching. */
function pageIn(house: ServerBuild, address: string): string | undefined {
  const below = (parent: string | undefined): RouteObject[] =>
    Object.values(house.routes)
      .filter((route) => route.parentId === parent)
      .map(({ id, path: own, index, caseSensitive }) =>
        index
          ? { id, index: true as const, ...(own === undefined ? {} : { path: own }) }
          : {
              id,
              children: below(id),
              ...(own === undefined ? {} : { path: own }),
              ...(caseSensitive === undefined ? {} : { caseSensitive }),
            },
      )
  return matchRoutes(below(undefined), address)?.at(-1)?.route.id
}

const chosen = (address: string, findIn: FindBranch = find) => {
  const branch = findIn(address)
  return branch === null ? null : pageIn(branch, address)
}

test('every address leads to the page that the whole house would have found', () => {
  const addresses = Object.values(build.routes).flatMap(({ path: own = '' }, index) => {
    const address = `/${own.replace(/:\w+/g, '12')}`
    const oddly = index % 8 === 0 ? [`${address}/`, address.toUpperCase()] : []
    return [address, `/${own.replace(/:\w+/, 'neu').replace(/:\w+/g, '12')}`, ...oddly]
  })
  expect(addresses.length).toBeGreaterThan(400)
  const plain = addresses.filter((address) => !/[*.]/.test(address) && !address.includes('//'))
  for (const address of plain) {
    const whole = pageIn(build, address)
    expect([address, chosen(address)]).toEqual([address, whole === 'missing' ? null : whole])
  }
})

test('a house has only the page asked for, and what stands around it', () => {
  const branch = find('/ideen/12')
  expect(Object.keys(branch?.routes ?? {}).sort()).toEqual(['de/ideen/:number', 'root'])
  expect(Object.keys(branch?.assets.routes ?? {}).sort()).toEqual(['de/ideen/:number', 'root'])
  expect(find('/ideen/12.data')).toBe(branch)
})

test('odd and unknown addresses are left to the whole house', () => {
  for (const address of [
    '/ideen/%31',
    '//ideen',
    '/ideen//12',
    '/gibt-es-nicht',
    '/__manifest',
    '/ideen/12.json',
    '/a b',
  ])
    expect([address, find(address)]).toEqual([address, null])
})
