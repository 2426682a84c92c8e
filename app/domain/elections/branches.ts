// Reads branches as somebody types them: one a line, with the seats each has at least.
import type { Branch } from './election.ts'

/** 'Musik: 1' → a branch with one seat; without a number it has none. Null for a line that says nothing. */
export function readBranches(typed: string): readonly Branch[] | null {
  const branches: Branch[] = []
  for (const line of typed.split('\n')) {
    if (line.trim() === '') continue
    const read = /^\s*(.{2,60}?)\s*(?::\s*(\d{1,2}))?\s*$/.exec(line)
    if (!read?.[1]) return null
    branches.push({ name: read[1], minimum: Number(read[2] ?? 0) })
  }
  return branches.length === 0 ? null : branches
}

export function writeBranches(branches: readonly Branch[]): string {
  return branches.map(({ name, minimum }) => `${name}: ${minimum}`).join('\n')
}
