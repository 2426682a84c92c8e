// Loaded before the server where its memory is measured: told by a signal, the heap is tidied, and what is left is noted. What
// a process holds between two tidyings says more of when it last tidied than of what it keeps.
import { appendFileSync, readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  setFlagsFromString('--expose-gc')
  const tidy = runInNewContext('gc')
  process.on('SIGUSR2', () => {
    tidy()
    const [, kilobytes] = /RssAnon:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    const { heapUsed } = process.memoryUsage()
    const noted = { heapMb: heapUsed / 1e6, ownMb: (Number(kilobytes) * 1024) / 1e6 }
    appendFileSync(process.env.TIDIED_INTO, `${JSON.stringify(noted)}\n`)
  })
}
