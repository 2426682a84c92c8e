// Counts votes in a thread of its own, so that a hundred thousand ballots hold up nobody who reads or writes meanwhile.
import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { Counted, CountOrder } from '#app/domain/polls/counting.ts'
import { lotOrder, lotTexts } from '#app/domain/polls/tally/draw.ts'

export interface Counting {
  /** Rejects when the ballots cannot be counted; the job that asked will try again and says so in the log. */
  count(order: CountOrder, pages: AsyncIterable<readonly string[]>): Promise<Counted>
  close(): Promise<void>
}

export type CountMessage =
  | { readonly order: CountOrder }
  | { readonly lines: readonly string[] }
  | { readonly end: true }

export type CountAnswer = { readonly counted: Counted } | { readonly failed: string }

/** One count at a time; the thread starts with the first one and stays for the next. */
export function openCounting(): Counting {
  let worker: Worker | null = null
  let queue: Promise<unknown> = Promise.resolve()

  async function count(order: CountOrder, pages: AsyncIterable<readonly string[]>): Promise<Counted> {
    if (worker === null || worker.threadId === -1) worker = startWorker()
    const thread = worker
    const answer = answerOf(thread)
    // A failing read must not leave an answer without anybody waiting for it.
    answer.catch(() => undefined)
    try {
      thread.postMessage({ order } satisfies CountMessage)
      for await (const lines of pages) thread.postMessage({ lines } satisfies CountMessage)
      thread.postMessage({ end: true } satisfies CountMessage)
      return await answer
    } catch (error) {
      worker = null
      await thread.terminate()
      throw error
    }
  }

  return {
    count(order, pages) {
      const turn = queue.then(() => count(order, pages))
      queue = turn.catch(() => undefined)
      return turn
    },
    async close() {
      await queue
      await worker?.terminate()
    },
  }
}

function answerOf(worker: Worker): Promise<Counted> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      worker.off('message', take)
      worker.off('error', fail)
      worker.off('exit', gone)
    }
    const take = (answer: CountAnswer) => {
      finish()
      if ('counted' in answer) resolve(answer.counted)
      else reject(new Error(answer.failed))
    }
    const fail = (error: Error) => {
      finish()
      reject(error)
    }
    const gone = () => fail(new Error('The counting thread ended before it was done.'))
    worker.once('message', take)
    worker.once('error', fail)
    worker.once('exit', gone)
  })
}

function startWorker(): Worker {
  const worker = new Worker(locateWorker(), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
  // Without a listener a failing thread would end the whole process.
  worker.on('error', () => undefined)
  // A thread that waits for work must not keep a process alive that has nothing else to do.
  worker.unref()
  return worker
}

/** The build has the thread beside this file as one bundle; otherwise it is loaded from its source. */
function locateWorker(): URL {
  const fromSource = import.meta.url.endsWith('.ts')
  return new URL(fromSource ? './counting/worker-from-source.js' : './counting-worker.js', import.meta.url)
}

export function drawLots(seed: string, options: readonly string[]): readonly string[] {
  const digests = lotTexts(seed, options).map((text) => createHash('sha256').update(text).digest('hex'))
  return lotOrder(options, digests)
}
