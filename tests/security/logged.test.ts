import { expect, test } from 'vitest'
import { saveBody } from '#app/domain/bodies/body.server.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown } from '#tests/platform.ts'

test('a deed that is refused leaves one line: when, which account, which action', async () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('There is no database to test on.')
  const town = await openTestTown(sqlite)
  const lines: unknown[][] = []
  Object.assign(town.platform, { log: (...line: unknown[]) => lines.push(line) })
  const leo = await town.person('Leo Namenlos')
  const body = {
    slug: 'eigener-rat',
    name: 'Mein Rat',
    kind: 'round-table',
    about: '',
    seats: 3,
    benches: [],
  }
  expect(await town.tries(leo, saveBody, body as never)).toMatchObject({ ok: false })
  expect(lines).toEqual([
    ['info', 'Somebody may not.', { action: 'body.manage', account: leo.accountId, of: 'body' }],
  ])
  expect(JSON.stringify(lines)).not.toMatch(/Leo|Mein Rat/)
  await town.close()
})
