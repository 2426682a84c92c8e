// Coming in for the first time: the code from the mail, the first questions, and a session that lasts.
import { setTimeout as pause } from 'node:timers/promises'
import { listKeptMails } from '#server/mail/kept.ts'
import type { Place } from '../harness/place.ts'
import { type Answer, fieldIn, visitor } from '../harness/visitor.ts'
import { kindOfWrite } from './kind.ts'

/** Without a key of its own, since a session's secret is never kept: whoever got no answer begins again with a new code. */
export const openedAccounts = kindOfWrite({
  name: 'sign-in with a new account',
  next(busy, mark) {
    const mail = `${mark}@beispiel.example`
    return {
      mark,
      async send() {
        const door = busy.as(null)
        const asked = await door.send('/anmelden', { intent: 'mail', mail })
        if (asked.status !== 200) return asked
        const code = await codeFor(busy.place, mail)
        if (code === null) return noAnswer
        const tried = await door.send('/anmelden', {
          intent: 'code',
          state: fieldIn(asked.text, 'state'),
          code,
        })
        // It was the code of an earlier mail that came late: a person looks for the newer one.
        if (tried.status === 400) return noAnswer
        // The account was opened before and only the answer was lost: this code has signed in already.
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

const noAnswer: Answer = { status: 0, text: '', location: null, headers: {}, ms: 0 }

/** The newest mail's code; null where the server is gone, or none comes in a long while. */
async function codeFor({ dataDir, ...place }: Place, mail: string): Promise<string | null> {
  const since = Date.now() - 1_000
  const door = visitor(place)
  try {
    for (let turn = 0; turn < 200; turn++) {
      const found = (await listKeptMails(dataDir, 40)).find(
        ({ to, keptAt }) => to === mail && Date.parse(keptAt) >= since,
      )
      const code = /\b\d{6}\b/.exec(found?.text ?? '')?.[0]
      if (code) return code
      if (turn % 4 === 3 && (await door.get('/healthz')).status === 0) return null
      await pause(80)
    }
    return null
  } finally {
    door.close()
  }
}
