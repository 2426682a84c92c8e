// The process: read the settings, serve, and stop in good order when asked.
import { setFlagsFromString } from 'node:v8'
import { simulateMembers } from './demo/live-members.ts'
import { prepareDemo, printDemo } from './demo/start.ts'
import { serve } from './serve.ts'
import { readSettings, WrongSetting } from './settings.ts'
import { printSetUpLink } from './setup.ts'

/** Percent by which the heap may grow before it is tidied: a quarter less memory for a hundredth of the processor time. */
const heapGrowth = 60

async function main(): Promise<void> {
  // What the house writes is for this user alone: database, pictures, keys.
  process.umask(0o077)
  setFlagsFromString(`--heap-growing-percent=${heapGrowth}`)
  const settings = readSettings(process.env)
  if (settings.demo) await prepareDemo(settings, process.argv.includes('--fresh'))
  const serving = await serve(settings)
  console.info(`Stimmtisch: ${settings.baseUrl}`)
  if (settings.demo) printDemo(settings)
  else await printSetUpLink(serving.platform)
  const members = settings.demo && process.argv.includes('--live') ? simulateMembers(serving.platform) : null
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      members?.stop()
      void serving.stop().then(() => process.exit(0))
    })
  }
  process.on('unhandledRejection', (error) => {
    serving.platform.log('error', 'A promise was left alone.', {
      error: error instanceof Error ? error.stack : String(error),
    })
  })
}

main().catch((error: unknown) => {
  const sentence =
    error instanceof WrongSetting ||
    (error instanceof Error && (error.name === 'TownFileError' || error.name === 'NewerDatabase'))
  console.error(sentence ? (error as Error).message : error)
  process.exit(1)
})
