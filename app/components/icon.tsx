export type IconName =
  | 'live'
  | 'question'
  | 'answer'
  | 'for'
  | 'against'
  | 'proposal'
  | 'experience'
  | 'summary'
  | 'up'
  | 'down'
  | 'more'
  | 'less'

// Arcs and strokes of the same hand as the mark, on a field of 22.
const strokes: Record<IconName, readonly string[]> = {
  live: ['M14 11a3 3 0 1 1-6 0a3 3 0 1 1 6 0', 'M5 16a8 8 0 0 1 0-10', 'M17 6a8 8 0 0 1 0 10'],
  question: ['M5 9a6 6 0 1 1 8.5 5.4c-1.6.8-2.5 1.7-2.5 3.1', 'M11 20.6v.1'],
  answer: ['M18 5v3.5a6 6 0 0 1-6 6H4', 'M8.5 10 4 14.5 8.5 19'],
  for: ['M3 7a8 8 0 0 0 16 0', 'M11 5v6M8 8h6'],
  against: ['M3 15a8 8 0 0 1 16 0', 'M8 14h6'],
  proposal: ['M3 17A11 11 0 0 1 17 7', 'M12.5 5.5 18 6.6 16 12'],
  experience: [
    'M4 5.5c2.4-.9 4.8-.6 7 1 2.2-1.6 4.6-1.9 7-1v12c-2.4-.9-4.8-.6-7 1-2.2-1.6-4.6-1.9-7-1z',
    'M11 6.5v12',
  ],
  summary: ['M4 4a9 9 0 0 0 0 14', 'M18 4a9 9 0 0 1 0 14', 'M8.5 9h5M8.5 13h5'],
  up: ['M11 18V5', 'M5.5 10.5 11 5l5.5 5.5'],
  more: ['M11 4v14', 'M4 11h14'],
  less: ['M4 11h14'],
  down: ['M11 4v13', 'M5.5 11.5 11 17l5.5-5.5'],
}

/** Always beside a word, so never read aloud. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 22 22" aria-hidden="true" focusable="false">
      {strokes[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  )
}
