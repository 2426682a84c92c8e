// The mail server refuses, hangs, hangs up before and after taking a mail over, and our process is killed meanwhile: every mail
// goes out in the end, in its order.
import { setTimeout as pause } from 'node:timers/promises'
import BetterSqlite from 'better-sqlite3'
import { type Asked, judgeMails, type Try, triedTooSoon } from '../checks/mails.ts'
import { figure, type Gate } from '../gate.ts'
import { type Mood, moods, openPostOffice } from '../harness/post-office.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'

export interface MailSize extends BusySize {
  readonly mailsEach: number
  readonly troubleMs: number
  readonly pageMaxMs: number | null
}

/** Half of what the first pause between two tries of one mail is. */
const leastBetweenTriesMs = 15_000

export const mail: Gate<MailSize> = {
  name: 'mail',
  holds:
    'the mail server refuses, hangs, hangs up before and after taking a mail over, and the process is killed as mails leave: each goes out, in its order, at most one double a kill, no page waits',
  full: {
    mailsEach: 40,
    troubleMs: 30_000,
    pageMaxMs: 1000,
    delayP99Ms: 50,
    people: 10,
    ideas: 4,
    contributions: 4,
  },
  async run(size) {
    const post = await openPostOffice()
    try {
      const starting = { env: { SMTP_URL: `smtp://127.0.0.1:${post.port}` } }
      return await withBusyTown(
        { ...size, kinds: [] },
        { starting },
        async ({ place, busy, findings, restart }) => {
          const asked: Asked[] = []
          const waits: number[] = []
          // Two to each address, and one address that is written to throughout.
          const addressesFor = (mood: Mood) => [
            ...Array.from({ length: size.mailsEach }, (_, n) => `${mood}-${n >> 1}@beispiel.example`),
            'throughout@beispiel.example',
          ]
          const ask = async (mood: Mood) => {
            for (const address of addressesFor(mood)) {
              const atMs = performance.now()
              const { status, ms } = await busy.as(null).send('/anmelden', { intent: 'mail', mail: address })
              if (status === 200) asked.push({ address, atMs })
              else findings.push(`Asking for a code is answered with ${status}.`)
              waits.push(ms)
            }
          }
          const broken = size.broken ? { broken: size.broken } : {}
          let amidst = 0
          for (const [turn, mood] of moods.entries()) {
            await ask(mood)
            if (mood === 'accept') amidst += await asOneLeaves(post.tries)
            else await pause(size.troubleMs)
            post.be(moods[turn + 1] ?? 'accept')
            // Told before and after, since the new process tries before it is known to serve.
            post.aNewLife()
            await restart({ ...starting, ...broken })
            post.aNewLife()
          }
          if (amidst === 0) findings.push('No mail was on its way when the process was killed.')
          const soon = triedTooSoon(asked, post.tries, leastBetweenTriesMs)
          if (soon > 0) findings.push(`${soon} times a mail was tried again without a pause.`)
          for (let turn = 0; turn < 480 && left(place.databaseUrl) > 0; turn++) {
            hurry(place.databaseUrl)
            await pause(250)
          }
          const judged = judgeMails(asked, post.tries)
          const kills = moods.length
          if (judged.missing.length > 0)
            findings.push(`${judged.missing.length} mails never went out, such as to ${judged.missing[0]}.`)
          if (judged.doubles > kills)
            findings.push(`${judged.doubles} mails came twice after ${kills} kills.`)
          if (judged.overtaken.length > 0)
            findings.push(`To ${judged.overtaken[0]} a newer mail went before an older one had its turn.`)
          const slowest = Math.max(...waits)
          if (size.pageMaxMs !== null && slowest > size.pageMaxMs)
            findings.push(`A page waited ${Math.round(slowest)} ms for the mail server.`)
          return {
            'mails asked for': figure(asked.length),
            'missing, doubled by kills, out of order': `${judged.missing.length}, ${judged.doubles}, ${judged.overtaken.length}`,
            'taken over, and the line lost': figure(
              post.tries.filter(({ taken }) => taken === 'unsaid').length,
            ),
            kills: figure(kills),
            'a page waits, ms (most)': figure(slowest),
          }
        },
      )
    } finally {
      await post.close()
    }
  },
}

/** Waits until a mail has been taken over that the town does not know of yet; gives how many. */
async function asOneLeaves(tries: readonly Try[]): Promise<number> {
  const before = tries.length
  for (let turn = 0; turn < 2_000 && tries.length === before; turn++) await pause(5)
  return tries.length - before
}

/** Only waiting would pass between two tries: the gate turns the hands of the clock, in the database. */
function hurry(file: string): void {
  const database = new BetterSqlite(file, { timeout: 3000 })
  database.exec("update mail set dueAt = '2000-01-01T00:00:00.000Z' where sentAt is null and dueAt > '2001'")
  database.close()
}

function left(file: string): number {
  const database = new BetterSqlite(file, { readonly: true, timeout: 3000 })
  const count = database.prepare('select count(*) from mail where sentAt is null').pluck().get()
  database.close()
  return Number(count)
}
