// Notes for the Speakers' Council that the operator's commands reached into the house, before they do.
import { userInfo } from 'node:os'
import { v7 as timeOrderedId } from 'uuid'
import { system } from '#app/domain/actor.ts'
import { type Access, noteAccess } from '#app/domain/council/access.server.ts'
import type { Platform } from '#app/domain/platform.ts'
import { run } from '#app/domain/run.server.ts'
import { openDatabase } from '#db/open.ts'
import type { Settings } from '../settings.ts'
import { readTown } from '../town/town.ts'

/** Leaves a database alone that is older than the note: it is brought to today's shape at the next start. */
export async function noteOperator(
  { databaseUrl, townFile }: Pick<Settings, 'databaseUrl' | 'townFile'>,
  access: Pick<Access, 'kind' | 'detail'>,
): Promise<void> {
  const database = await openDatabase(databaseUrl)
  try {
    const tables = await database.read.introspection.getTables()
    if (!tables.some(({ name }) => name === 'councilAccess')) return
    const platform = {
      database,
      town: readTown(townFile),
      now: () => new Date().toISOString(),
      newId: timeOrderedId,
      announce: () => undefined,
    } as unknown as Platform
    const noted = await run(platform, system, noteAccess, { ...access, who: userInfo().username })
    if (!noted.ok)
      throw new Error(`Nothing was done: the note of it could not be written (${noted.refusal.reason}).`)
  } finally {
    await database.close()
  }
}
