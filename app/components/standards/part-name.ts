import type { ReadAmendment, ReadPart } from '#app/domain/standards/amendment-view.server.ts'
import type { Say } from '#app/i18n/words.tsx'

/** 'Absatz 3.2 ändern', 'Neuer Absatz nach 3.3': what a part of an amendment does. */
export function partName(t: Say, part: Pick<ReadPart, 'kind' | 'number' | 'after' | 'section'>): string {
  const number = part.number ?? t('standards:amendment.kind-struck')
  switch (part.kind) {
    case 'change':
      return t('standards:amendment.kind.change', { number })
    case 'strike':
      return t('standards:amendment.kind.strike', { number })
    case 'insert':
      return part.after === null
        ? t('standards:amendment.kind.insert-first', { section: part.section })
        : t('standards:amendment.kind.insert', { number: part.after })
    case 'move':
      return part.after === null
        ? t('standards:amendment.kind.move-first', { number })
        : t('standards:amendment.kind.move', { number, after: part.after })
  }
}

/** The parts of amendments in the order of the text: 3.2 before 3.10, an insertion right behind the clause it follows. */
export function inTextOrder<A extends ReadAmendment>(
  amendments: readonly A[],
): readonly { readonly amendment: A; readonly part: ReadPart }[] {
  return amendments
    .flatMap((amendment) => amendment.parts.map((part) => ({ amendment, part })))
    .sort((a, b) => placeOf(a.part) - placeOf(b.part) || a.amendment.number - b.amendment.number)
}

function placeOf(part: ReadPart): number {
  const within = Number((part.number ?? part.after ?? '0.0').split('.')[1] ?? 0)
  return part.section * 10_000 + within * 10 + (part.kind === 'insert' ? 1 : 0)
}
