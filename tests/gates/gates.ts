// Every gate there is, in the order of the table.
import type { Gate, GateReport } from './gate.ts'
import { backup } from './gates/backup.ts'
import { clock } from './gates/clock.ts'
import { killNine } from './gates/crashes.ts'
import { diskFull } from './gates/disk-full.ts'
import { fewResources } from './gates/few-resources.ts'
import { liveEqualsReload } from './gates/live-equals-reload.ts'
import { locked } from './gates/locked.ts'
import { mail } from './gates/mail.ts'
import { markdown } from './gates/markdown.ts'
import { migration } from './gates/migration.ts'
import { postgresCrashes, postgresRestarts } from './gates/postgres.ts'
import { rights } from './gates/probe.ts'
import { reconnect } from './gates/reconnect.ts'
import { slowClients } from './gates/slow-clients.ts'
import { soak } from './gates/soak.ts'
import { gracefulStop } from './gates/stopping.ts'
import { writingTogether } from './gates/writing-together.ts'

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
  list(postgresCrashes),
  list(postgresRestarts),
  list(writingTogether),
  list(locked),
  list(diskFull),
  list(clock),
  list(reconnect),
  list(liveEqualsReload),
  list(migration),
  list(backup),
  list(mail),
  list(gracefulStop),
  list(slowClients),
  list(markdown),
  list(fewResources),
  list(rights),
  list(soak),
]
