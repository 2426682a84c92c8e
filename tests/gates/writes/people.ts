// Coming in for the first time: the code from the mail, the first questions, and a session that lasts.
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '#db/open.ts'
import { listKeptMails } from '#server/mail/kept.ts'
import type { Place } from '../harness/place.ts'
import { type Answer, fieldIn, visitor } from '../harness/visitor.ts'
import { kindOfWrite } from './kind.ts'

/** Without a key of its own, since a session's secret is never kept. */
export const openedAccounts = kindOfWrite({
  name: 'sign-in with a new account',
  runsOut: true,
  next(busy, mark) {
    const mail = `${mark}@beispiel.example`
    // Whoever got no answer looks for the mail they asked for before they ask for another one.
    let asked: { readonly state: string; readonly at: number } | null = null
    /** Codes that were tried: that of an earlier mail may still lie on top. */
    const spent = new Set<string>()
    return {
      mark,
      async send() {
        const door = busy.as(null)
        if (asked === null) {
          const at = Date.now() - 1_000
          const answer = await door.send('/anmelden', { intent: 'mail', mail })
          // One whom crash after crash robbed of the answer has asked for all the codes there are in an hour.
          if (answer.status === 429) {
            await anHourGoesBy(busy.place, mail)
            return noAnswer
          }
          if (answer.status !== 200) return answer
          asked = { state: fieldIn(answer.text, 'state'), at }
        }
        const code = await codeFor(busy.place, mail, asked.at, spent)
        // A mail that could not be written comes minutes later; whoever has waited long enough asks for another one.
        if (code === null) {
          if (Date.now() - asked.at > 15_000) asked = null
          return noAnswer
        }
        spent.add(code)
        const tried = await door.send('/anmelden', { intent: 'code', state: asked.state, code })
        // The code has signed in before and only the answer was lost, or it was that of an earlier mail.
        if (tried.status === 400) {
          asked = null
          return noAnswer
        }
        // Signed in: the account was opened before.
        if (tried.status !== 200) return tried
        return door.send('/anmelden', {
          intent: 'open',
          state: fieldIn(tried.text, 'state'),
          name: 'Neu Hier',
          age: '16+',
          district: '',
        })
      },
    }
  },
  async found(db) {
    const rows = await db
      .selectFrom('account')
      .select(['account.mail'])
      .where('account.mail', 'like', '%z@beispiel.example')
      .where((eb) =>
        eb.exists(eb.selectFrom('session').select('id').whereRef('session.accountId', '=', 'account.id')),
      )
      .execute()
    return rows.map(({ mail }) => (mail ?? '').replace('@beispiel.example', ''))
  },
})

async function anHourGoesBy({ databaseUrl }: Place, mail: string): Promise<void> {
  const database = await openDatabase(databaseUrl)
  const createdAt = new Date(Date.now() - 2 * 3_600_000).toISOString()
  try {
    await database.write.updateTable('signInCode').set({ createdAt }).where('mail', '=', mail).execute()
  } catch {
    // The file is held, or the database away, by what the gate does to it: the next try comes here again.
  } finally {
    await database.close()
  }
}

const noAnswer: Answer = { status: 0, text: '', location: null, headers: {}, ms: 0 }

/** The code of the newest mail whose code was not tried yet; null where the server is gone, or none comes in a long while. */
async function codeFor(
  { dataDir, ...place }: Place,
  mail: string,
  since: number,
  spent: ReadonlySet<string>,
): Promise<string | null> {
  const door = visitor(place)
  try {
    for (let turn = 0; turn < 200; turn++) {
      const codes = (await listKeptMails(dataDir, 40))
        .filter(({ to, keptAt }) => to === mail && Date.parse(keptAt) >= since)
        .map(({ text }) => /\b\d{6}\b/.exec(text)?.[0])
      const fresh = codes.find((code) => code !== undefined && !spent.has(code))
      if (fresh) return fresh
      if (turn % 4 === 3 && (await door.get('/healthz')).status === 0) return null
      await pause(80)
    }
    return null
  } finally {
    door.close()
  }
}
