import type { Voice } from '#app/components/voice-badge.tsx'

/** The table from above: three open arcs around a circle, one per voice. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle className="m-table" cx="24" cy="24" r="9" />
      <path className="m-arc citizens" d="M38.03 37.55A19.5 19.5 0 0 1 9.97 37.55" />
      <path className="m-arc table" d="M5.26 29.37A19.5 19.5 0 0 1 19.28 5.08" />
      <path className="m-arc council" d="M28.72 5.08A19.5 19.5 0 0 1 42.74 29.37" />
    </svg>
  )
}

/** The mark as a letter: one arc strong. Below citizens, left Round Table, right Speakers' Council. */
export function Glyph({ voice }: { readonly voice: Voice }) {
  const arc = (name: Voice) => (name === voice ? `g-arc ${name} on` : `g-arc ${name}`)
  return (
    <svg className="glyph" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle className="g-table" cx="24" cy="24" r="8" />
      <path className={arc('citizens')} d="M37.67 37.2A19 19 0 0 1 10.33 37.2" />
      <path className={arc('table')} d="M5.74 29.24A19 19 0 0 1 19.4 5.56" />
      <path className={arc('council')} d="M28.6 5.56A19 19 0 0 1 42.26 29.24" />
    </svg>
  )
}
