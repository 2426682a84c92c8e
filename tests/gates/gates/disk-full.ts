// The disk is full: reading goes on, writing is refused with a sentence, and once there is room again nothing is missing.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, rmdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { figure, type Gate } from '../gate.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'
import { politeRefusals } from '../load/ledger.ts'
import { letEverybodyWrite } from '../load/writers.ts'

const call = promisify(execFile)

export interface DiskSize extends BusySize {
  readonly megabytes: number
  readonly fullMs: number
}

export const diskFull: Gate<DiskSize> = {
  name: 'disk-full',
  holds: 'the disk is full and free again; readers read on, writers are told why, nothing is lost, no exit',
  full: { megabytes: 48, fullMs: 5000, delayP99Ms: 50, people: 60, ideas: 20, contributions: 60 },
  cannot: () => (process.getuid?.() === 0 ? null : 'a small disk of its own can only be mounted by root'),
  async run(size) {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'stimmtisch-disk-'))
    await call('mount', ['-t', 'tmpfs', '-o', `size=${size.megabytes}m`, 'tmpfs', dataDir])
    try {
      return await withBusyTown(size, { dataDir }, async ({ busy, ledger, kinds, findings, town }) => {
        const reader = busy.as(null)
        let writing = letEverybodyWrite(busy, ledger, kinds, { writers: 6, pauseMs: 10 })
        await pause(1500)
        const filler = path.join(dataDir, 'filler')
        await fill(filler, size.megabytes)
        // Whatever still fits, such as into pages of the file that are free, is written; then nothing is.
        const refused = await untilRefused(
          busy.as(busy.people[0] ?? null),
          busy.ideas[0]?.conversationId ?? '',
        )
        if (!politeRefusals.has(refused.status))
          findings.push(`A full disk is answered with ${refused.status}: ${refused.text.slice(0, 200)}`)
        if (!/speichern/.test(refused.text))
          findings.push(`The refusal does not say why: ${refused.text.slice(0, 200)}`)
        await pause(size.fullMs)
        for (const address of ['/', '/ideen', `/ideen/${busy.ideas[0]?.number}`, '/healthz']) {
          const { status } = await reader.get(address)
          if (status !== 200) findings.push(`While the disk was full ${address} answered ${status}.`)
        }
        await writing.stop()
        await rm(filler)
        const before = ledger.confirmed()
        writing = letEverybodyWrite(busy, ledger, kinds, { writers: 6, pauseMs: 10 })
        await pause(1500)
        await writing.stop()
        const after = ledger.confirmed() - before
        if (after === 0) findings.push('Nothing could be written when there was room again.')
        if (town.ended() !== null) findings.push('The server ended.')
        return { 'size of the disk, MB': figure(size.megabytes), 'written when free again': figure(after) }
      })
    } finally {
      await call('umount', ['-l', dataDir])
      await rmdir(dataDir).catch(() => undefined)
    }
  },
}

/** Ever smaller pieces, until not one byte fits. */
async function fill(file: string, megabytes: number): Promise<void> {
  for (let piece = megabytes * 1_000_000; piece >= 512; piece = Math.floor(piece / 2)) {
    const bytes = Buffer.alloc(piece, 1)
    try {
      while (true) await writeFile(file, bytes, { flag: 'a' })
    } catch {
      // Full for this piece: a smaller one may still fit.
    }
  }
}

async function untilRefused(
  door: { send(path: string, fields: Record<string, string>): Promise<{ status: number; text: string }> },
  conversationId: string,
) {
  for (let turn = 0; ; turn++) {
    const text = `Passt das noch? ${'Wort '.repeat(600)}`
    const answer = await door.send(`/gespraech/${conversationId}`, {
      move: 'for',
      text,
      idempotencyKey: `full-${turn}`,
    })
    if (answer.status !== 200 || turn > 25) return answer
  }
}
