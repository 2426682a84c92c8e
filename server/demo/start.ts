// Starts the demo: makes sure that the whole town stands in the database, and says where to look.
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { readSite } from '#app/domain/people/site.server.ts'
import { openPlatform, type RunningPlatform } from '../platform.ts'
import { type Settings, WrongSetting } from '../settings.ts'
import { isEmpty, playTown } from './play.ts'

/** Plays the town where the database is empty; `fresh` throws the old one away first. */
export async function prepareDemo(settings: Settings, fresh: boolean): Promise<void> {
  if (fresh) await throwAway(settings)
  let platform = await openPlatform(settings)
  try {
    if (await isPlayed(platform)) return
    if (!(await isEmpty(platform))) {
      // Stopped half-way through the story: it is told once more from the beginning.
      await platform.close()
      await throwAway(settings)
      platform = await openPlatform(settings)
    }
    console.info('Playing the demo town into the database. This takes some seconds …')
    await playTown(platform, platform.now())
  } finally {
    await platform.close()
  }
}

/** Naming the town is the last deed of the story. */
async function isPlayed(platform: RunningPlatform): Promise<boolean> {
  return (await readSite(platform, true)).setUp
}

async function throwAway({ databaseUrl, dataDir }: Settings): Promise<void> {
  if (/^postgres(ql)?:/.test(databaseUrl)) {
    throw new WrongSetting(
      'The demo begins anew only in SQLite. Empty the PostgreSQL database yourself first.',
    )
  }
  for (const end of ['', '-wal', '-shm']) await rm(`${databaseUrl}${end}`, { force: true })
  for (const folder of ['mail', 'pictures'])
    await rm(path.join(dataDir, folder), { recursive: true, force: true })
}

export function printDemo(
  { baseUrl, dataDir }: Settings,
  print: (line: string) => void = console.info,
): void {
  print(`
  Everything here is made up ("Beispiel-Daten"). It is kept in ${dataDir}.

  The town              ${baseUrl}
  Sign in as anybody    ${baseUrl}/demo   one click, no code
  The mails it sends    ${baseUrl}/demo/post
  All components        ${baseUrl}/demo/bausteine
  Facts for checks      ${baseUrl}/demo/town.json

  Sign in as renate (citizen), leo (creator), kornfeld (administration), dieter (moderator),
  berghoff (chair of the Round Table), amina (Speakers' Council) or nadine (operator).
  Begin anew: npm run demo -- --fresh
  A meeting that lives: npm run demo -- --live   then lead it as berghoff at /runder-tisch/sitzungen/3/leitung
`)
}
