// A small town of one's own, furnished by commands before its server starts, with a crowd of people who are signed in.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Actor, system } from '#app/domain/actor.ts'
import { startSession } from '#app/domain/people/session.server.ts'
import { openPlace } from '#tests/gates/harness/place.ts'
import { type SettlingIn, settleIn } from '#tests/gates/harness/settle-in.ts'
import { type BenchTown, copiesFolder } from './town.ts'
import { never, townSecret } from './write.ts'

export interface Furnished<T> {
  readonly town: BenchTown
  readonly file: string
  readonly furnished: T
}

let towns = 0

/** `dataDir`: a copy of a kept town that is furnished further. */
export async function furnishTown<T>(
  furnish: (town: SettlingIn) => Promise<T>,
  dataDir = path.join(copiesFolder, `furnished-${process.pid}-${towns++}`),
): Promise<Furnished<T>> {
  mkdirSync(dataDir, { recursive: true })
  const place = await openPlace({ dataDir })
  const env = { ...place.env, SESSION_SECRET: townSecret }
  const furnished = await settleIn({ ...place, env }, furnish)
  const town = { contributions: 0, dataDir, secret: townSecret, tokens: [], ideas: 0, longest: 0 }
  return { town, file: place.databaseUrl, furnished }
}

export interface Voter {
  readonly accountId: string
  readonly cookie: string
}

/** Rows as the commands write them, many at once: a crowd of thousands would take minutes one by one. */
export async function settleCrowd({ platform }: SettlingIn, count: number): Promise<readonly Voter[]> {
  const at = platform.now()
  const crowd: Voter[] = []
  for (let from = 0; from < count; from += 500) {
    const some = Array.from({ length: Math.min(500, count - from) }, (_, index) => {
      const id = platform.newId()
      const token = platform.newSecret()
      return { id, token, name: `Stimme ${from + index}` }
    })
    await platform.database.write
      .insertInto('account')
      .values(
        some.map(({ id, name }) => ({
          ...{ id, handle: `s-${id}`, name, sortName: name, mail: `s-${id}@town.example`, district: null },
          ...{ language: 'de', ageBand: '16+', createdAt: at, pausedUntil: null, erasedAt: null, version: 1 },
        })),
      )
      .execute()
    await platform.database.write
      .insertInto('session')
      .values(
        some.map(({ id, token }) => ({
          ...{ id: platform.newId(), tokenHash: platform.hash(token), accountId: id, device: 'Bench' },
          ...{ createdAt: at, seenAt: at, expiresAt: never, endedAt: null },
        })),
      )
      .execute()
    crowd.push(...some.map(({ id, token }) => ({ accountId: id, cookie: `stimmtisch=${token}` })))
  }
  return crowd
}

/** What the browser of somebody who was settled by commands sends. */
export async function cookieOf(town: SettlingIn, { accountId }: Actor): Promise<string> {
  const start = { accountId: accountId ?? '', device: 'Bench', replaces: null }
  return `stimmtisch=${(await town.does(system, startSession, start)).token}`
}
