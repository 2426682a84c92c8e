// Makes safe HTML out of what people wrote. Parsing and cleaning run in a thread of their own with a time limit,
// so that no text can hold up the process, and only when a text is written, never when it is read.
import { Worker } from 'node:worker_threads'
import type { Rendered } from '#app/domain/platform.ts'
import { asPlainParagraphs, maxCharacters } from './rendering/text.ts'

export interface Rendering {
  /** Never refuses a text: what is too long, too tangled or too slow comes back as plain paragraphs. */
  toHtml(markdown: string): Promise<Rendered>
  /** Finishes what is waiting, then ends the thread. */
  close(): Promise<void>
}

/** Rejects when the sanitiser does not prove itself; the town must not start then. */
export async function openRendering({ limitMs = 250 } = {}): Promise<Rendering> {
  const first = await startWorker()
  let worker = first.worker
  // The town may open its doors meanwhile; a text waits until the thread is quick.
  let queue: Promise<unknown> = first.warm
  let closed = false

  async function render(markdown: string): Promise<Rendered> {
    if (markdown.length > maxCharacters) return asPlainParagraphs(markdown)
    // A thread that ended by itself has lost its number.
    if (worker.threadId === -1) {
      const next = await startWorker()
      worker = next.worker
      await next.warm
    }
    const rendered = await ask(worker, markdown, limitMs)
    if (rendered) return rendered
    await worker.terminate()
    return asPlainParagraphs(markdown)
  }

  return {
    toHtml(markdown) {
      if (closed) return Promise.reject(new Error('The rendering is closed already.'))
      const turn = queue.then(() => render(markdown))
      queue = turn.catch(() => undefined)
      return turn
    },
    async close() {
      closed = true
      await queue
      await worker.terminate()
    },
  }
}

/** One text at a time: between two of them the thread's event loop turns, without which jsdom's memory only grows. */
function ask(worker: Worker, markdown: string, limitMs: number): Promise<Rendered | null> {
  return new Promise((resolve) => {
    const finish = (rendered: Rendered | null) => {
      clearTimeout(limit)
      worker.off('message', finish)
      worker.off('exit', giveUp)
      resolve(rendered)
    }
    const giveUp = () => finish(null)
    // When this process itself was held up, the answer is there already and only has to be taken in.
    const limit = setTimeout(() => setImmediate(giveUp), limitMs)
    worker.once('message', finish)
    worker.once('exit', giveUp)
    worker.postMessage(markdown)
  })
}

/** Resolves once the sanitiser has proved itself; `warm` once the first, slow texts are behind it, or the thread has ended. */
async function startWorker(): Promise<{ readonly worker: Worker; readonly warm: Promise<void> }> {
  const worker = new Worker(locateWorker(), { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 256 } })
  const warm = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve())
    worker.on('message', function hear(word: unknown) {
      if (word !== 'warm') return
      worker.off('message', hear)
      resolve()
    })
  })
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The rendering thread ended before it was ready.')))
  })
  // Without a listener a failing thread would end the whole process; its end is noticed by 'exit'.
  worker.on('error', () => undefined)
  return { worker, warm }
}

/** The build has the thread beside this file as one bundle; otherwise it is loaded from its source. */
function locateWorker(): URL {
  const fromSource = import.meta.url.endsWith('.ts')
  return new URL(fromSource ? './rendering/worker-from-source.js' : './rendering-worker.js', import.meta.url)
}
