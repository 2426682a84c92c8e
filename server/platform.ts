// Puts together what deeds and pages need from the running process.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pino } from 'pino'
import { v7 as timeOrderedId } from 'uuid'
import { system } from '#app/domain/actor.ts'
import type { News, Platform } from '#app/domain/platform.ts'
import { run } from '#app/domain/run.server.ts'
import { settleDraft } from '#app/domain/standards/workshop/settle.server.ts'
import { migrate } from '#db/migrate.ts'
import { type Database, openDatabase } from '#db/open.ts'
import { openBallotKeys } from './ballots/keys.ts'
import { drawLots, openCounting } from './counting.ts'
import { demoTownOf } from './demo/town.ts'
import { openDocuments } from './documents.ts'
import { openLimits } from './limits.ts'
import { cleanPicture, readPicture } from './pictures.ts'
import { openRendering } from './rendering.ts'
import { keepSecretKey, openSecrets } from './secrets.ts'
import type { Settings } from './settings.ts'
import { readTown } from './town/town.ts'

export interface RunningPlatform extends Platform {
  /** Told of everything committed, in order: live pages and the worker. */
  onNews(listener: (news: readonly News[]) => void): void
  /** Saves what is written live in a section of this process, before it becomes versions of clauses. */
  onSettle(save: (sectionId: string) => Promise<void>): void
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
  const documents = openDocuments()
  const [database, rendering] = await Promise.all([openMigrated(settings.databaseUrl), openRendering()])
  const counting = openCounting()
  const listeners: ((news: readonly News[]) => void)[] = []
  const savers: ((sectionId: string) => Promise<void>)[] = []
  const platform: RunningPlatform = {
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
    cleanPicture: (bytes) => cleanPicture(Buffer.from(bytes)),
    readDocument: (bytes) => documents.read(bytes),
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
    onSettle: (save) => void savers.push(save),
    settleDraft: (sectionId) => settle(platform, savers, sectionId),
    async close() {
      await documents.close()
      await rendering.close()
      await counting.close()
      await database.close()
    },
  }
  return platform
}

/** Somebody may write on at this very moment: their newest words are then in the next version. */
async function settle(
  platform: Platform,
  savers: readonly ((sectionId: string) => Promise<void>)[],
  sectionId: string,
): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    for (const save of savers) await save(sectionId)
    const outcome = await run(platform, system, settleDraft, { sectionId })
    if (outcome.ok || outcome.refusal.reason !== 'somebody_was_faster') return
  }
}
