// Puts together what deeds and pages need from the running process.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pino } from 'pino'
import { v7 as timeOrderedId } from 'uuid'
import type { News, Platform } from '#app/domain/platform.ts'
import { migrate } from '#db/migrate.ts'
import { type Database, openDatabase } from '#db/open.ts'
import { openBallotKeys } from './ballots/keys.ts'
import { drawLots, openCounting } from './counting.ts'
import { demoTownOf } from './demo/town.ts'
import { openLimits } from './limits.ts'
import { readPicture } from './pictures.ts'
import { openRendering } from './rendering.ts'
import { keepSecretKey, openSecrets } from './secrets.ts'
import type { Settings } from './settings.ts'
import { readTown } from './town/town.ts'

export interface RunningPlatform extends Platform {
  /** Told of everything committed, in order: live pages and the worker. */
  onNews(listener: (news: readonly News[]) => void): void
  close(): Promise<void>
}

async function openMigrated(url: string): Promise<Database> {
  const database = await openDatabase(url)
  await migrate(database)
  return database
}

export async function openPlatform(
  settings: Settings,
  clock: () => string = () => new Date().toISOString(),
): Promise<RunningPlatform> {
  await mkdir(settings.dataDir, { recursive: true })
  const logger = pino({ level: settings.logLevel })
  const [database, rendering] = await Promise.all([openMigrated(settings.databaseUrl), openRendering()])
  const counting = openCounting()
  const listeners: ((news: readonly News[]) => void)[] = []
  return {
    database,
    town: readTown(settings.townFile),
    baseUrl: settings.baseUrl,
    dataDir: settings.dataDir,
    demo: settings.demo,
    demoTown: settings.demo ? demoTownOf(settings) : null,
    now: clock,
    newId: timeOrderedId,
    ...openSecrets(keepSecretKey(settings.dataDir, settings.sessionSecret)),
    render: (markdown) => rendering.toHtml(markdown),
    countBallots: counting.count,
    drawLots,
    readPicture: (bytes) => readPicture(Buffer.from(bytes)),
    async keepPicture(id, { webp, small }) {
      const folder = path.join(settings.dataDir, 'pictures')
      await mkdir(folder, { recursive: true })
      await writeFile(path.join(folder, `${id}.webp`), webp)
      await writeFile(path.join(folder, `${id}-small.webp`), small)
    },
    async forgetPicture(id) {
      const folder = path.join(settings.dataDir, 'pictures')
      for (const name of [`${id}.webp`, `${id}-small.webp`])
        await rm(path.join(folder, name), { force: true })
    },
    ballotKeys: openBallotKeys(settings.dataDir),
    announce: (news) => {
      for (const listener of listeners) listener(news)
    },
    allow: openLimits(),
    log: (level, message, facts) => logger[level](facts ?? {}, message),
    onNews: (listener) => void listeners.push(listener),
    async close() {
      await rendering.close()
      await counting.close()
      await database.close()
    },
  }
}
