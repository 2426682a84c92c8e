// Cuts one hole after the other into a copy of the built server and asks the probe for it.
import type { Finding } from './book.ts'
import { type Leak, leaks } from './leaks.ts'
import { probe } from './probe.ts'

/** The names of holes the probe did not find. */
export async function missedLeaks(
  played: string,
  told: (leak: Leak, found: boolean) => void = () => {},
): Promise<readonly string[]> {
  const missed: string[] = []
  for (const leak of leaks) {
    const book = await probe({ played, size: 'small', changes: leak.changes, focus: leak.focus })
    const found = book.findings.some((finding) => isOf(leak, finding))
    told(leak, found)
    if (!found) missed.push(leak.name)
  }
  return missed
}

function isOf({ found }: Leak, { kind, where, person, what }: Finding): boolean {
  return kind === found.kind && found.about.test(`${where} ${person} ${what}`)
}
