// Starts everything of one process and stops it again: requests in flight are finished, sockets told to come back.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { mostConnections } from './connections.ts'
import { openHttp, type Pages } from './http.ts'
import { openJobs } from './jobs.ts'
import { openLive } from './live.ts'
import { openMetrics } from './metrics.ts'
import { openPlatform, type RunningPlatform } from './platform.ts'
import type { Settings } from './settings.ts'

export interface Serving {
  readonly platform: RunningPlatform
  readonly port: number
  stop(): Promise<void>
}

export async function serve(settings: Settings, clock?: () => string): Promise<Serving> {
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    connectionsCheckingInterval: 2_000,
  })
  server.maxConnections = mostConnections()
  // Reading the pages in takes a while; meanwhile the database is brought up to date and the sanitiser proves itself.
  const [platform, pages] = await Promise.all([openPlatform(settings, clock), pagesOf(settings, server)])
  const metrics = await openMetrics(platform, settings.metricsPort)
  server.on('request', openHttp(platform, settings, pages, metrics))
  const live = openLive(server, platform, settings)
  const jobs = openJobs(platform, settings)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port, settings.host, resolve)
  })
  return {
    platform,
    port: (server.address() as AddressInfo).port,
    async stop() {
      await live.close()
      const closed = new Promise((resolve) => server.close(resolve))
      // A browser holds its connection open after the last answer; waiting for it would cost five seconds.
      const leaving = setInterval(() => server.closeIdleConnections(), 100)
      const cut = setTimeout(() => server.closeAllConnections(), 8_000)
      await closed
      clearInterval(leaving)
      clearTimeout(cut)
      await jobs.close()
      await metrics.close()
      await platform.close()
    },
  }
}

async function pagesOf(settings: Settings, server: ReturnType<typeof createServer>): Promise<Pages> {
  if (!settings.development) {
    return { build: (await import(/* @vite-ignore */ builtPages())) as ServerBuild, vite: null }
  }
  const { createServer: createVite } = await import('vite')
  const vite = await createVite({ server: { middlewareMode: true, hmr: { server } }, appType: 'custom' })
  return {
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    vite: vite.middlewares,
  }
}

/** The bundle has the pages beside this file, together with their packages; from the sources they are loaded as Remix built them. */
function builtPages(): string {
  return import.meta.url.endsWith('.ts')
    ? pathToFileURL(path.resolve('build/server/pages.js')).href
    : new URL('./whole-pages.js', import.meta.url).href
}
