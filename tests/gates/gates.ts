// Every gate there is, in the order of the table.
import type { Gate, GateReport } from './gate.ts'
import { killNine } from './gates/crashes.ts'
import { diskFull } from './gates/disk-full.ts'
import { fewResources } from './gates/few-resources.ts'
import { locked } from './gates/locked.ts'
import { slowClients } from './gates/slow-clients.ts'
import { gracefulStop } from './gates/stopping.ts'

/** A gate with its sizes put in. */
export interface ListedGate {
  readonly name: string
  readonly holds: string
  readonly cannot: NonNullable<Gate['cannot']>
  /** At full size; `named` at that of a gate asked for by its name. */
  run(named: boolean): Promise<GateReport>
}

function list<Size>({ name, holds, cannot, full, named: larger, run }: Gate<Size>): ListedGate {
  return { name, holds, cannot: cannot ?? (() => null), run: (named) => run(named ? (larger ?? full) : full) }
}

export const gates: readonly ListedGate[] = [
  list(killNine),
  list(locked),
  list(diskFull),
  list(gracefulStop),
  list(slowClients),
  list(fewResources),
]
