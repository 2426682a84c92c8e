// Makes the town that is probed: plays the story, adds by commands what it does not hold, signs people in, and keeps
// that moment in a folder. Every process of the probe begins from a copy of it.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Actor } from '#app/domain/actor.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import { type Command, run } from '#app/domain/run.server.ts'
import { inHaste } from '#db/haste.ts'
import { playTown } from '#server/demo/play.ts'
import { doJobs } from '#server/jobs.ts'
import { writeMail } from '#server/mail-texts.ts'
import { openPlatform, type RunningPlatform } from '#server/platform.ts'
import { readSettings } from '#server/settings.ts'
import { peopleOf, type Size } from './book.ts'
import { countChanges } from './counting.ts'
import { rooms } from './rooms/index.ts'
import { type OldMail, openTown, type ReadyTown } from './town.ts'

/** The town while nobody visits it yet: deeds by command, as people of the story. */
export interface Furnishing {
  readonly platform: RunningPlatform
  now(): string
  /** Lets so many seconds go by, and what follows from deeds happen. */
  pass(seconds: number): Promise<void>
  actor(handle: string): Promise<Actor>
  idOf(handle: string): Promise<string>
  does<I, O>(handle: string, command: Command<I, O>, input: I): Promise<O>
}

export async function readyTown(size: Size): Promise<ReadyTown> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stimmtisch-probe-ready-'))
  const mails = await play(folder)
  countChanges(folder)
  let ready: ReadyTown = { folder, cookies: new Map(), people: [], mails }
  const town = await openTown(ready, { keeping: true })
  try {
    const people = peopleOf(town.facts, size)
    await town.bringIn(people.map(({ handle }) => handle))
    for (const room of Object.values(rooms)) await room.prepare?.(town)
    await town.settled()
    ready = { ...ready, people, cookies: town.cookies }
  } finally {
    await town.stop()
  }
  return ready
}

/** Kept beside its cookies, so that another run can begin from it. */
export async function keepReady(ready: ReadyTown): Promise<void> {
  const { cookies, ...rest } = ready
  await writeFile(path.join(ready.folder, 'ready.json'), JSON.stringify({ ...rest, cookies: [...cookies] }))
}

export async function findReady(folder: string): Promise<ReadyTown> {
  const kept = JSON.parse(await readFile(path.join(folder, 'ready.json'), 'utf8'))
  return { ...kept, cookies: new Map(kept.cookies) }
}

export async function forgetReady({ folder }: ReadyTown): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

/** The story ends a while ago, so that what is added has a time of its own. */
const addedFor = 20 * 60_000

async function play(dataDir: string): Promise<readonly OldMail[]> {
  let now = Date.now() - addedFor
  const settings = readSettings({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    BASE_URL: 'http://127.0.0.1',
    STIMMTISCH_DEMO: '1',
  })
  const platform = await openPlatform(settings, () => new Date(now).toISOString())
  const mails: OldMail[] = []
  try {
    await playTown(platform, platform.now(), (mail) => {
      const { subject, text, html } = writeMail(platform, mail)
      mails.push({ to: mail.address, said: `${subject}\n${text}\n${html}` })
    })
    const pass = async (seconds: number) => {
      now += seconds * 1000
      while (await doJobs(platform)) {}
    }
    await inHaste(platform.database, async () => {
      for (const room of Object.values(rooms)) {
        await pass(10)
        await room.furnish?.(furnishing(platform, pass))
      }
      await pass(10)
    })
  } finally {
    await platform.close()
  }
  return mails
}

function furnishing(platform: RunningPlatform, pass: Furnishing['pass']): Furnishing {
  const { read } = platform.database
  async function idOf(handle: string): Promise<string> {
    const row = await read.selectFrom('account').select('id').where('handle', '=', handle).executeTakeFirst()
    if (!row) throw new Error(`Nobody of the story is called ${handle}.`)
    return row.id
  }
  async function actor(handle: string): Promise<Actor> {
    const found = await findActor(read, await idOf(handle), platform.now())
    if (!found) throw new Error(`${handle} has no account any more.`)
    return found
  }
  return {
    platform,
    now: platform.now,
    pass,
    idOf,
    actor,
    async does(handle, command, input) {
      const outcome = await run(platform, await actor(handle), command, input)
      if (!outcome.ok) throw new Error(`${handle} is refused: ${outcome.refusal.reason}`)
      return outcome.value
    },
  }
}
