// The built pages as a browser meets them, on a town whose clock the test sets.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { ServerBuild } from '@remix-run/node'
import { type Actor, system } from '#app/domain/actor.ts'
import { startSession } from '#app/domain/people/session.server.ts'
import { openHttp, type Pages } from '#server/http.ts'
import { openMetrics } from '#server/metrics.ts'
import type { DatabaseKind } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'

export interface Site extends TestTown {
  readonly baseUrl: string
  /** For tests that open the live side beside the pages. */
  readonly server: Server
  /** What a browser sends of somebody who is signed in. */
  cookie(as: Actor): Promise<string>
  /** A page of a fresh browser; signed in when somebody is given. */
  visit(browser: Browser, as?: Actor, how?: Parameters<Browser['newContext']>[0]): Promise<Page>
}

export async function openSite(database: DatabaseKind, pages: Pages | null = null): Promise<Site> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const town = await openTestTown(database, { BASE_URL: baseUrl })
  const metrics = await openMetrics(town.platform, null)
  server.on('request', openHttp(town.platform, town.settings, pages ?? (await builtPages()), metrics))
  const contexts: BrowserContext[] = []
  const closeTown = town.close
  const cookie = async (as: Actor) => {
    const start = { accountId: as.accountId ?? '', device: 'Test', replaces: null }
    const { token } = await town.does(system, startSession, start)
    return `stimmtisch=${token}`
  }
  return Object.assign(town, {
    baseUrl,
    server,
    cookie,
    async visit(browser: Browser, as?: Actor, how: Parameters<Browser['newContext']>[0] = {}) {
      const context = await browser.newContext({ baseURL: baseUrl, locale: 'de-DE', ...how })
      contexts.push(context)
      if (as) {
        const value = (await cookie(as)).replace('stimmtisch=', '')
        await context.addCookies([{ name: 'stimmtisch', value, url: baseUrl, httpOnly: true }])
      }
      return context.newPage()
    },
    async close() {
      for (const context of contexts) await context.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await metrics.close()
      await closeTown()
    },
  })
}

export async function builtPages(): Promise<Pages> {
  const file = pathToFileURL(path.resolve('build/server/pages.js')).href
  return { build: (await import(/* @vite-ignore */ file)) as ServerBuild, vite: null }
}
