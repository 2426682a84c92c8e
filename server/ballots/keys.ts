// The keys of secret votes: one file a vote, readable by this user alone, left out of every backup, destroyed at the close.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { link, mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import type { BallotKeys, OpenKeys } from '#app/domain/polls/ballots/keys.ts'
import { makeSealingKey, openSealer } from './sealer.ts'
import { makeSigner, openSigner, type StoredSigner } from './signer.ts'

interface StoredKeys {
  readonly seal: string
  readonly signer: StoredSigner | null
}

/** Another process may destroy a key; so long at most an opened one stays in memory without a look at its file. */
const forgetAfterMs = 60_000

export function openBallotKeys(dataDir: string): BallotKeys {
  const folder = path.join(dataDir, ballotKeysFolder)
  const opened = new Map<string, OpenKeys>()

  const find: BallotKeys['find'] = (pollId) => {
    const file = fileOf(folder, pollId)
    if (!existsSync(file)) {
      opened.delete(pollId)
      return null
    }
    const known = opened.get(pollId)
    if (known) return known
    const keys = readKeys(file)
    opened.set(pollId, keys)
    setTimeout(() => opened.delete(pollId), forgetAfterMs).unref()
    return keys
  }

  return {
    find,
    async make(pollId, kind) {
      const known = find(pollId)
      if (known) return known
      const keys: StoredKeys = {
        seal: makeSealingKey(),
        signer: kind === 'blind' ? await makeSigner() : null,
      }
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeWhole(fileOf(folder, pollId), JSON.stringify(keys))
      return find(pollId) ?? fail(pollId)
    },
    async destroy(pollId) {
      opened.delete(pollId)
      const file = fileOf(folder, pollId)
      if (!existsSync(file)) return
      const handle = await open(file, 'r+')
      try {
        const { size } = await handle.stat()
        await handle.write(randomBytes(size), 0, size, 0)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rm(file)
    },
    random: (length) => new Uint8Array(randomBytes(length)),
  }
}

/** Below the data folder. A backup must never hold it. */
export const ballotKeysFolder = 'ballot-keys'

function fileOf(folder: string, pollId: string): string {
  if (!/^[\w-]+$/.test(pollId)) throw new Error(`This is no name of a vote: ${pollId}`)
  return path.join(folder, `${pollId}.json`)
}

function readKeys(file: string): OpenKeys {
  const keys = JSON.parse(readFileSync(file, 'utf8')) as StoredKeys
  return { sealer: openSealer(keys.seal), signer: keys.signer === null ? null : openSigner(keys.signer) }
}

/** Whole or not at all, and on the disk before the first ballot: without its key a ballot is lost. */
async function writeWhole(file: string, text: string): Promise<void> {
  const unfinished = `${file}.${randomBytes(4).toString('hex')}`
  const handle = await open(unfinished, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  // Never over a key that another process made at the same moment: there is one.
  await link(unfinished, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(unfinished)
  const folder = await open(path.dirname(file), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function fail(pollId: string): never {
  throw new Error(`The keys of ${pollId} were written and cannot be found.`)
}
