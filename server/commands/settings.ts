import { settingsTable } from '../settings.ts'
import { print } from './print.ts'

export function listSettings(args: string[]): number {
  return print(
    args,
    settingsTable.map(({ name, default: byDefault, meaning }) => ({ name, default: byDefault, meaning })),
  )
}
