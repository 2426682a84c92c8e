// Knows when somebody typed the number of a thing instead of words: "Idee 147", "#147", "Beitrag 345".

export interface Jump {
  readonly kind: 'idea' | 'contribution'
  readonly number: number
  /** A bare "147" may also be a word of a text: offered, never followed by itself. */
  readonly certain: boolean
}

const shapes: readonly { readonly kind: Jump['kind']; readonly shape: RegExp; readonly certain: boolean }[] =
  [
    {
      kind: 'idea',
      shape: /^(?:idee|idea)\s*(?:nr\.?|no\.?|nummer|number)?\s*#?\s*(\d{1,7})$/iu,
      certain: true,
    },
    { kind: 'idea', shape: /^(?:#|nr\.?\s*|nummer\s+)(\d{1,7})$/iu, certain: true },
    { kind: 'contribution', shape: /^(?:beitrag|contribution)\s*#?\s*(\d{1,7})$/iu, certain: true },
    { kind: 'idea', shape: /^(\d{1,7})$/u, certain: false },
  ]

/** The thing a typed text names by its number, or null when it names none. */
export function parseJump(typed: string): Jump | null {
  const text = typed.trim()
  for (const { kind, shape, certain } of shapes) {
    const number = Number(shape.exec(text)?.[1] ?? 0)
    if (number > 0) return { kind, number, certain }
  }
  return null
}
