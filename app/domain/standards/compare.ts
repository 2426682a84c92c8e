// Knows how two versions of a standard differ, clause by clause, whatever numbers they had.
import type { PrintedSection } from './printed.ts'
import { diffWords, type Passage } from './text/diff.ts'

export interface ComparedClause {
  readonly id: string
  /** '3.2' in the earlier version; null where it was not there. */
  readonly before: string | null
  readonly after: string | null
  readonly passages: readonly Passage[]
}

/** Clauses whose words or number differ, in the order of the later version; struck ones stand where they stood. */
export function compareVersions(
  earlier: readonly PrintedSection[],
  later: readonly PrintedSection[],
): readonly ComparedClause[] {
  const was = placed(earlier)
  const is = placed(later)
  const ids = [...new Set([...was.keys(), ...is.keys()])]
  return ids
    .map((id): ComparedClause & { readonly order: number } => {
      const [a, b] = [was.get(id), is.get(id)]
      return {
        id,
        before: a?.number ?? null,
        after: b?.number ?? null,
        passages: diffWords(a?.text ?? '', b?.text ?? ''),
        order: (b ?? a)?.order ?? 0,
      }
    })
    .filter(({ before, after, passages }) => before !== after || passages.some(({ kind }) => kind !== 'same'))
    .sort((a, b) => a.order - b.order)
    .map(({ order: _, ...row }) => row)
}

function placed(sections: readonly PrintedSection[]) {
  return new Map(
    sections.flatMap((section) =>
      section.clauses.map(({ id, place, text }) => {
        const number = `${section.place}.${place}`
        return [id, { number, text, order: section.place * 1000 + place }] as const
      }),
    ),
  )
}
