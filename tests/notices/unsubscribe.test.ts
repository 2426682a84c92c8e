// Leaving a kind of mail with one click, as a mail program does it by itself (RFC 8058). Needs `npm run build` first.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeMail } from '#server/mail-texts.ts'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'

const sqlite = databases.filter((database) => database.name === 'sqlite')

describe.each(sqlite)('one click without signing in, on $name', (database) => {
  let site: Site
  beforeAll(async () => {
    site = await openSite(database)
  })
  afterAll(() => site?.close())

  test.each(['de', 'en'] as const)(
    'a mail in %s is left by a post from anywhere, and by no other address',
    async (language) => {
      const renate = await site.person(`Renate ${language}`)
      const link = linkIn(renate.accountId ?? '', language)
      const wishes = () =>
        site.platform.database.read
          .selectFrom('mailWish')
          .select(['kind', 'wish'])
          .where('accountId', '=', renate.accountId ?? '')
          .execute()

      expect((await fetch(link)).status).toBe(200)
      expect(await wishes()).toEqual([])
      const spoilt = await post(link.replace(/k=(.{8})/, 'k=AAAAAAAA'))
      expect([spoilt.status, await wishes()]).toEqual([400, []])
      expect((await post(link)).status).toBeLessThan(400)
      expect(await wishes()).toEqual([{ kind: 'follow', wish: 'none' }])
      expect((await post(`${site.baseUrl}/konto/post`)).status).toBe(403)
    },
  )

  function linkIn(accountId: string, language: 'de' | 'en'): string {
    const { headers } = writeMail(site.platform, {
      id: 'm',
      accountId,
      address: 'renate@beispiel.example',
      language,
      attempts: 1,
      name: 'Renate',
      topic: 'follow',
      text: {
        subject: { say: 'mentioned.subject', with: { person: 'Leo', title: 'Probenraum' } },
        lines: [{ say: 'mentioned.what', with: { person: 'Leo' } }],
        to: '/beitraege/3',
        why: { say: 'footer.why-account' },
      },
    })
    return headers['List-Unsubscribe']?.slice(1, -1) ?? ''
  }

  function post(to: string): Promise<Response> {
    return fetch(to, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      redirect: 'manual',
    })
  }
})
