import type { Piece } from '#app/domain/search/highlight.ts'

/** A found text with its hits marked, for eyes and for screen readers that tell of marks. */
export function MarkedText({ pieces }: { readonly pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ text, marked }, place) =>
        marked ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no name but its place
          <mark key={place}>{text}</mark>
        ) : (
          text
        ),
      )}
    </>
  )
}
