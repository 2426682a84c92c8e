// The mail server refuses, hangs, hangs up after a mail, and our process is killed meanwhile: every mail goes out in the end.
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import BetterSqlite from 'better-sqlite3'
import { SMTPServer } from 'smtp-server'
import { timesReceived } from '../checks/mails.ts'
import { figure, type Gate } from '../gate.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'

export interface MailSize extends BusySize {
  readonly mailsEach: number
  readonly troubleMs: number
  readonly pageMaxMs: number | null
}

type Mood = 'accept' | 'refuse' | 'hang' | 'hang-up'

export const mail: Gate<MailSize> = {
  name: 'mail',
  holds:
    'the mail server refuses, hangs, hangs up, and the process is killed: each mail goes out, at most one double a kill, no page waits',
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
          const asked: string[] = []
          const waits: number[] = []
          const ask = async (mood: Mood) => {
            for (let number = 0; number < size.mailsEach; number++) {
              const address = `${mood}-${number}@beispiel.example`
              const { status, ms } = await busy.as(null).send('/anmelden', { intent: 'mail', mail: address })
              if (status === 200) asked.push(address)
              else findings.push(`Asking for a code is answered with ${status}.`)
              waits.push(ms)
            }
          }
          let kills = 0
          for (const mood of ['accept', 'refuse', 'hang', 'hang-up'] as const) {
            post.be(mood)
            await ask(mood)
            await pause(size.troubleMs)
            await restart({ ...starting, ...(size.broken ? { broken: size.broken } : {}) })
            kills++
          }
          post.be('accept')
          for (let turn = 0; turn < 240 && left(place.databaseUrl) > 0; turn++) {
            hurry(place.databaseUrl)
            await pause(250)
          }
          const judged = timesReceived(asked, post.received())
          if (judged.missing.length > 0)
            findings.push(`${judged.missing.length} mails never went out, such as to ${judged.missing[0]}.`)
          if (judged.doubles > kills)
            findings.push(`${judged.doubles} mails came twice after ${kills} kills.`)
          const slowest = Math.max(...waits)
          if (size.pageMaxMs !== null && slowest > size.pageMaxMs)
            findings.push(`A page waited ${Math.round(slowest)} ms for the mail server.`)
          return {
            'mails asked for': figure(asked.length),
            'missing, doubled': `${judged.missing.length}, ${judged.doubles}`,
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

async function openPostOffice() {
  let mood: Mood = 'accept'
  const received: { to: string; id: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (mood === 'hang') return
        if (mood === 'refuse') return done(Object.assign(new Error('try later'), { responseCode: 451 }))
        if (mood === 'hang-up') {
          // It took nothing over and says nothing: the sender has to come again.
          for (const connection of (server as unknown as { connections: Set<{ close(): void }> }).connections)
            connection.close()
          return
        }
        const id = /^Message-ID: (<[^>]+>)/im.exec(Buffer.concat(chunks).toString())?.[1] ?? ''
        for (const { address } of session.envelope.rcptTo) received.push({ to: address, id })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    be(next: Mood) {
      mood = next
    },
    received: () => received,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
