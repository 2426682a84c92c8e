// Starts the built server with one hole after the other and asks the probe for it.
import type { Finding } from './book.ts'
import type { Leak } from './leaks/leak.ts'
import { leaks } from './leaks.ts'
import { probe } from './probe.ts'
import type { ReadyTown } from './town.ts'

/** The names of holes the probe did not find. */
export async function missedLeaks(
  ready: ReadyTown,
  told: (leak: Leak, found: boolean) => void = () => {},
  chosen: readonly Leak[] = leaks,
): Promise<readonly string[]> {
  const missed: string[] = []
  for (const leak of chosen) {
    // A hole that breaks the process itself is a badly planted one.
    const found = await isFound(ready, leak).catch((error: Error) => {
      console.error(`${leak.name}: ${error.message}`)
      return false
    })
    told(leak, found)
    if (!found) missed.push(leak.name)
  }
  return missed
}

export async function isFound(ready: ReadyTown, leak: Leak, size = leak.size ?? 'small'): Promise<boolean> {
  const { changes: holes, focus, only } = leak
  const book = await probe({ ready, size, holes, focus, only })
  return book.findings.some((finding) => isOf(leak, finding))
}

function isOf({ found }: Leak, { kind, where, person, what }: Finding): boolean {
  return kind === found.kind && found.about.test(`${where} ${person} ${what}`)
}
