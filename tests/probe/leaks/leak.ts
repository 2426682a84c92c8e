// A hole: what is changed in the built server, and what the probe has to say of it.
import type { Size } from '../book.ts'
import type { Part } from '../probe.ts'
import type { Change } from '../town-process.ts'

export interface Leak {
  readonly name: string
  readonly changes: readonly Change[]
  /** Where the probe has to look for it. */
  readonly focus: RegExp
  readonly only: readonly Part[]
  /** 'full' where one thing of each kind does not show it. */
  readonly size?: Size
  /** What the probe has to say of it: the kind of a finding, and a word of its place or text. */
  readonly found: { readonly kind: string; readonly about: RegExp }
}

/** One more standing for an action, as a slip of the pen in the policy. */
export function alsoFor(action: string, standing: string): Change {
  const name = action.replace('.', '\\.')
  return { find: new RegExp(`("${name}": \\[)(?="[a-z])`), put: `$1"${standing}", ` }
}
