// What a part works with, and the tidying up after it.
import type { Bench } from './part.ts'
import { startBare } from './running/bare.ts'
import { serveTown } from './running/server.ts'
import { benchTown, copyOfTown, removeCopies } from './town/town.ts'

export function openBench(sizes: readonly number[]): Bench & { close(): Promise<void> } {
  const running: { stop(): Promise<void> }[] = []
  const remember = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const started = await starting
    running.push(started)
    return started
  }
  return {
    sizes,
    town: benchTown,
    copyOfTown,
    serve: (town, env) => remember(serveTown(town, env)),
    bare: (program, env) => remember(startBare(program, env)),
    say: (what) => console.info(`   ${what}`),
    async close() {
      for (const one of running) await one.stop()
      removeCopies()
    },
  }
}
