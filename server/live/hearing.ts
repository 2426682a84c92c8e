// Hears of every commit: this process's own on SQLite, every process's on PostgreSQL, in their order and without gaps.
import pg from 'pg'
import { type Event, topicsOf } from '#app/domain/events.ts'
import type { News } from '#app/domain/platform.ts'
import { newestEvent } from '#app/domain/query.server.ts'
import { fromJson } from '#db/columns.ts'
import type { RunningPlatform } from '../platform.ts'

export interface Hearing {
  /** From here on nothing committed goes unheard. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

export function hear(
  platform: RunningPlatform,
  databaseUrl: string,
  told: (news: News) => Promise<void>,
): Hearing {
  let queue = Promise.resolve()
  const take = (news: readonly News[]) => {
    for (const one of news) {
      queue = queue
        .then(() => told(one))
        .catch((error: unknown) => platform.log('error', 'Live news failed.', { error: String(error) }))
    }
    return queue
  }
  if (platform.database.kind === 'sqlite') {
    platform.onNews((news) => void take(news))
    return { ready: queue, close: () => queue }
  }
  return listen(platform, databaseUrl, take)
}

/** A notification only says that there is something; what it is stands in the event log, read in order. */
function listen(
  platform: RunningPlatform,
  databaseUrl: string,
  take: (news: readonly News[]) => Promise<void>,
): Hearing {
  let closed = false
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | undefined
  let last = 0
  let reading: Promise<void> | null = null
  let again = false

  async function readOn(): Promise<void> {
    if (reading) {
      again = true
      return reading
    }
    reading = (async () => {
      do {
        again = false
        const news = await newsAfter(platform, last)
        last = news.at(-1)?.number ?? last
        void take(news)
        if (news.length === page) again = true
      } while (again && !closed)
    })().finally(() => {
      reading = null
    })
    return reading
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: databaseUrl })
    client = next
    let lost = false
    const reconnect = () => {
      if (lost || closed) return
      lost = true
      void next.end().catch(() => undefined)
      retry = setTimeout(() => void connect(), 200 + Math.random() * 1800)
    }
    next.on('error', reconnect)
    next.on('end', reconnect)
    next.on('notification', () => void readOn().catch(reconnect))
    try {
      await next.connect()
      await next.query('listen stimmtisch_event')
      // Listening first, reading after: what is committed in between is heard, not lost.
      await readOn()
    } catch {
      reconnect()
    }
  }

  const ready = newestEvent({ db: platform.database.read }).then((newest) => {
    last = newest
  })
  const connected = ready.then(connect)
  // Whoever waits for it learns of the failure; nobody waiting is no reason to end the process.
  connected.catch((error: unknown) => platform.log('error', 'Live cannot listen.', { error: String(error) }))
  return {
    ready,
    async close() {
      closed = true
      clearTimeout(retry)
      await connected.catch(() => undefined)
      await client?.end().catch(() => undefined)
      await reading?.catch(() => undefined)
    },
  }
}

const page = 500

async function newsAfter(platform: RunningPlatform, number: number): Promise<readonly News[]> {
  const rows = await platform.database.read
    .selectFrom('event')
    .select(['number', 'type', 'data'])
    .where('number', '>', number)
    .orderBy('number')
    .limit(page)
    .execute()
  return rows.map((row) => {
    const event = { type: row.type, ...fromJson<object>(row.data) } as Event
    return { number: Number(row.number), event, topics: topicsOf(event) }
  })
}
