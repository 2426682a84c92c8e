// Reads what somebody wrote in an office program. A document is unpacked and read in a thread of its own, with limits of
// time and memory, one at a time: whatever it holds, the process goes on.
import { Worker } from 'node:worker_threads'
import type { ReadDocument } from '#app/domain/platform.ts'

export interface Documents {
  read(bytes: Uint8Array): Promise<ReadDocument>
  /** Waits for the one being read. */
  close(): Promise<void>
}

export function openDocuments({ limitMs = 10_000 } = {}): Documents {
  let queue: Promise<unknown> = Promise.resolve()
  return {
    read(bytes) {
      const turn = queue.then(() => readInThread(bytes, limitMs))
      queue = turn.catch(() => undefined)
      return turn
    },
    async close() {
      await queue
    },
  }
}

/** The thread lives for one document: they are rare, and none shall find what another left. */
async function readInThread(bytes: Uint8Array, limitMs: number): Promise<ReadDocument> {
  const worker = new Worker(locateWorker(), {
    execArgv: [],
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: 192 },
  })
  const read = await new Promise<ReadDocument>((resolve) => {
    const limit = setTimeout(() => resolve({ refused: 'too_much' }), limitMs)
    const finish = (answer: ReadDocument) => {
      clearTimeout(limit)
      resolve(answer)
    }
    worker.once('message', finish)
    // Out of memory ends the thread with an error, nothing else.
    worker.on('error', () => finish({ refused: 'too_much' }))
    worker.once('exit', () => finish({ refused: 'not_a_document' }))
  })
  await worker.terminate()
  return read
}

/** The build has the thread beside this file as one bundle; otherwise it is loaded from its source. */
function locateWorker(): URL {
  const fromSource = import.meta.url.endsWith('.ts')
  return new URL(fromSource ? './documents/worker-from-source.js' : './documents-worker.js', import.meta.url)
}
