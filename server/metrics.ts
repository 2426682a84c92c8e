// Figures for Prometheus, on a port of its own that only this machine reaches. Knows no person and no text.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { RunningPlatform } from './platform.ts'

export interface Metrics {
  /** Times each answer by method and status; addresses are left out, since they name things. */
  measure(request: IncomingMessage, response: ServerResponse, next: () => void): void
  close(): Promise<void>
}

export async function openMetrics(platform: RunningPlatform, port: number | null): Promise<Metrics> {
  if (port === null) return { measure: (_request, _response, next) => next(), close: async () => undefined }
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answers = new Histogram({
    name: 'stimmtisch_answer_seconds',
    help: 'Time to answer a request.',
    labelNames: ['method', 'status'],
    registers: [registry],
  })
  const deeds = new Counter({
    name: 'stimmtisch_events_total',
    help: 'Events recorded, by type.',
    labelNames: ['type'],
    registers: [registry],
  })
  platform.onNews((news) => {
    for (const { event } of news) deeds.inc({ type: event.type })
  })
  waiting(platform, registry, 'job', 'stimmtisch_jobs_waiting', 'Jobs that are not done.')
  waiting(platform, registry, 'mail', 'stimmtisch_mails_waiting', 'Mails that are not out.')

  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    measure(request, response, next) {
      const stop = answers.startTimer({ method: request.method ?? 'GET' })
      response.once('finish', () => stop({ status: String(response.statusCode) }))
      next()
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function waiting(
  platform: RunningPlatform,
  registry: Registry,
  table: 'job' | 'mail',
  name: string,
  help: string,
): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      const open = table === 'job' ? 'doneAt' : 'sentAt'
      const { count } = await platform.database.read
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('count'))
        .where(open as never, 'is', null)
        .executeTakeFirstOrThrow()
      this.set(Number(count))
    },
  })
}
