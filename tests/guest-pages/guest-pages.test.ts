// What guests get from memory, asked for over the network as they would. Needs `npm run build` first.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { openHttp } from '#server/http.ts'
import { openMetrics } from '#server/metrics.ts'
import { openPlatform } from '#server/platform.ts'
import { openTalk, say, type Talk } from '#tests/conversations/talk.ts'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'

describe.each(databases)('guests’ pages on $name', (database) => {
  let site: Site
  let mara: Actor
  let talk: Talk
  let address: string

  beforeAll(async () => {
    site = await openSite(database)
    mara = await site.person('Mara')
    talk = await openTalk(site, mara)
    await say(site, mara, talk)
    address = `/ideen/${talk.ideaNumber}`
  })
  afterAll(() => site.close())

  const get = async (path: string, headers: Record<string, string> = {}, baseUrl = site.baseUrl) => {
    const response = await fetch(baseUrl + path, { headers: { 'Accept-Encoding': 'identity', ...headers } })
    return { status: response.status, headers: response.headers, html: await response.text() }
  }
  /** Changes what the page shows behind the back of the event log: memory does not notice, a page made anew does. */
  const renameUnseen = (title: string) =>
    site.platform.database.write.updateTable('idea').set({ title }).where('id', '=', talk.ideaId).execute()

  test('stay the same until something happens in town, and are new with the very next answer', async () => {
    await renameUnseen('Der erste Titel')
    await say(site, mara, talk)
    expect((await get(address)).html).toContain('Der erste Titel')
    await renameUnseen('Der zweite Titel')
    expect((await get(address)).html).toContain('Der erste Titel')
    await say(site, mara, talk, { text: 'Auch unser Chor braucht den Raum.' })
    const { html } = await get(address)
    expect(html).toContain('Der zweite Titel')
    expect(html).toContain('Auch unser Chor braucht den Raum.')
  })

  test('are made anew after ten seconds, since what they say of the time grows old', async () => {
    await get(address)
    await renameUnseen('Nach zehn Sekunden')
    site.now = new Date(Date.parse(site.now) + 9_000).toISOString()
    expect((await get(address)).html).not.toContain('Nach zehn Sekunden')
    site.now = new Date(Date.parse(site.now) + 2_000).toISOString()
    expect((await get(address)).html).toContain('Nach zehn Sekunden')
  })

  test('carry a nonce and form keys of their own in every answer, compressed or not', async () => {
    // Only a page that was kept shows two answers from memory.
    const answers: Awaited<ReturnType<typeof get>>[] = []
    for (const encoding of ['identity', 'identity', 'gzip', 'gzip'])
      answers.push(await get(address, { 'Accept-Encoding': encoding }))
    const ids = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
    const found = answers.map(({ html }) => new Set(html.match(ids)))
    const words = answers.map(({ html, headers }, index) => ({
      nonce: /'nonce-([\w-]+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '',
      scripts: [...new Set([...html.matchAll(/<script[^>]* nonce="([^"]*)"/g)].map((match) => match[1]))],
      keys: [...(found[index] ?? [])].filter((id) => found.filter((others) => others.has(id)).length === 1),
    }))
    for (const { nonce, scripts, keys } of words) {
      expect(nonce).toMatch(/^[\w-]{22}$/)
      expect(scripts).toEqual([nonce])
      // The page has two: one for the idea's forms, one for the conversation's.
      expect(keys).toHaveLength(2)
    }
    expect(new Set(words.map(({ nonce }) => nonce)).size).toBe(4)
    // Apart from its own words every answer says the same.
    const bare = answers.map(({ html }, index) =>
      html.replaceAll(words[index]?.nonce ?? '', '*').replaceAll(ids, '*'),
    )
    expect(new Set(bare).size).toBe(1)
    const compressed = answers.map(({ headers }) => headers.get('content-encoding'))
    expect(compressed).toEqual([null, null, 'gzip', 'gzip'])
    for (const { headers } of answers) {
      expect(headers.get('cache-control')).toBe('no-cache')
      expect(headers.get('vary')).toContain('Cookie')
      expect(headers.get('vary')).toContain('Accept-Encoding')
      expect(headers.get('set-cookie')).toBeNull()
    }
  })

  test('are neither shown to anybody with a cookie nor made of what they see', async () => {
    await say(site, mara, talk)
    const cookie = await site.cookie(mara)
    const own = await get(address, { Cookie: cookie })
    expect(own.html).toContain('/konto')
    expect(own.headers.get('cache-control')).toBe('private, no-store')
    await renameUnseen('Für Mara schon neu')
    const guests = await get(address)
    expect(guests.html).not.toContain('/abmelden')
    await renameUnseen('Für Mara wieder neu')
    expect((await get(address)).html).toContain('Für Mara schon neu')
    expect((await get(address, { Cookie: cookie })).html).toContain('Für Mara wieder neu')
    expect((await get(address, { Cookie: 'anything=1' })).html).toContain('Für Mara wieder neu')
  })

  test('differ by every letter of the address, and never by a name somebody claims for us', async () => {
    await renameUnseen('Auf Deutsch')
    await say(site, mara, talk)
    const german = await get(address)
    const english = await get(`/en${address}`)
    expect(german.html).toContain('lang="de"')
    expect(english.html).toContain('lang="en"')
    await renameUnseen('Unter anderem Namen')
    expect((await get(`${address}?ansicht=zeit`)).html).toContain('Unter anderem Namen')
    const claimed = await get(address, { 'X-Forwarded-Host': 'evil.example' })
    expect(claimed.html).toContain('Auf Deutsch')
    await say(site, mara, talk)
    const made = await get(address, { 'X-Forwarded-Host': 'evil.example' })
    expect(made.html).not.toContain('evil.example')
    expect((await get(address)).html).toContain('Unter anderem Namen')
  })

  test('are never those that lean on one visit, and never anything but a page that was found', async () => {
    const seals = await Promise.all([1, 2].map(async () => (await get('/melden?adresse=/')).html))
    const states = seals.map((html) => /name="(?:state|seal)[^"]*" value="([^"]+)"/.exec(html)?.[1])
    expect(states[0]).toBeDefined()
    site.now = new Date(Date.parse(site.now) + 1_000).toISOString()
    const later = /name="(?:state|seal)[^"]*" value="([^"]+)"/.exec(
      (await get('/melden?adresse=/')).html,
    )?.[1]
    expect(later).not.toBe(states[0])
    expect((await get('/ideen/999999')).status).toBe(404)
    expect((await get('/ideen/999999')).status).toBe(404)
    const head = await fetch(site.baseUrl + address, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  if (database.name === 'postgres') {
    test('are new on every process as soon as one of them has written', async () => {
      const other = await secondProcess(site)
      await renameUnseen('Auf beiden alt')
      await say(site, mara, talk)
      expect((await get(address, {}, other.baseUrl)).html).toContain('Auf beiden alt')
      await renameUnseen('Auf beiden neu')
      expect((await get(address, {}, other.baseUrl)).html).toContain('Auf beiden alt')
      await say(site, mara, talk)
      expect((await get(address, {}, other.baseUrl)).html).toContain('Auf beiden neu')
      await other.close()
    })
  }
})

async function secondProcess(site: Site) {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = { ...site.settings, baseUrl }
  const platform = await openPlatform(settings, () => site.now)
  const metrics = await openMetrics(platform, null)
  const file = pathToFileURL(path.resolve('build/server/pages.js')).href
  const pages = { build: await import(/* @vite-ignore */ file), vite: null }
  server.on('request', openHttp(platform, settings, pages, metrics))
  return {
    baseUrl,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await metrics.close()
      await platform.close()
    },
  }
}
