// A mail server of the gate's own, with moods: it takes mails, refuses them, hangs, or hangs up before or after taking one over.
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import type { Try } from '../checks/mails.ts'

export const moods = ['accept', 'refuse', 'hang', 'hang-up', 'lose-the-line'] as const
export type Mood = (typeof moods)[number]

const outcomeOf: Readonly<
  Record<Mood, { readonly taken: Try['taken']; readonly says: 'yes' | 'no' | 'nothing' | 'goodbye' }>
> = {
  accept: { taken: 'yes', says: 'yes' },
  refuse: { taken: 'no', says: 'no' },
  hang: { taken: 'no', says: 'nothing' },
  'hang-up': { taken: 'no', says: 'goodbye' },
  'lose-the-line': { taken: 'unsaid', says: 'goodbye' },
}

export interface PostOffice {
  readonly port: number
  be(mood: Mood): void
  /** Told after each start of the town: a new process may know nothing of what the last one tried. */
  aNewLife(): void
  readonly tries: readonly Try[]
  close(): Promise<void>
}

/** Between taking a mail over and saying so: long enough for a crash to fall in between. */
const thinkingMs = 150

export async function openPostOffice(): Promise<PostOffice> {
  let mood: Mood = 'accept'
  let life = 0
  const tries: Try[] = []
  const hangUp = () => {
    const { connections } = server as unknown as { connections: Set<{ close(): void }> }
    for (const connection of connections) connection.close()
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const id = /^Message-ID: (<[^>]+>)/im.exec(Buffer.concat(chunks).toString())?.[1] ?? ''
        const [to] = session.envelope.rcptTo
        const outcome = outcomeOf[mood]
        tries.push({ to: to?.address ?? '', id, life, atMs: performance.now(), taken: outcome.taken })
        if (outcome.says === 'nothing') return
        if (outcome.says === 'no') return done(Object.assign(new Error('try later'), { responseCode: 451 }))
        if (outcome.says === 'goodbye') return hangUp()
        void pause(thinkingMs).then(() => done())
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    be(next) {
      mood = next
    },
    aNewLife() {
      life++
    },
    tries,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
