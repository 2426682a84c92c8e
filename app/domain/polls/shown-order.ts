// Knows in which order a ballot shows its options: as written, by lot, or shuffled anew for every voter.
import type { Poll, PollOption } from './poll.ts'

/**
 * The same voter sees the same order every time, another voter another one, so that standing first helps nobody.
 * @param voter whoever looks: an account's id, or a word for everybody who is not signed in
 */
export function inShownOrder(
  poll: Pick<Poll, 'id' | 'optionOrder' | 'method'>,
  options: readonly PollOption[],
  voter: string,
): readonly PollOption[] {
  if (poll.method === 'yes-no' || poll.method === 'consent') return options
  switch (poll.optionOrder) {
    case 'written':
      return options
    case 'lot':
      return [...options].sort((a, b) => (a.drawnPlace ?? a.place) - (b.drawnPlace ?? b.place))
    case 'shuffled':
      return [...options]
        .map((option) => ({ option, rank: scramble(`${voter}:${poll.id}:${option.key}`) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ option }) => option)
  }
}

/** A number that changes wholly with every letter (FNV-1a, mixed once more). No secret: only an order on a screen. */
function scramble(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
