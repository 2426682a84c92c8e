// Knows who speaks next, and can say why: every mode sorts the same requests and gives each place its reason.

export const listModes = ['request', 'first', 'balanced', 'benches', 'time'] as const
export type ListMode = (typeof listModes)[number]

export interface FloorRequest {
  readonly id: string
  readonly accountId: string
  /** 'order' (point of order) and 'reply' come before the list; only 'speech' is sorted by the mode. */
  readonly kind: 'speech' | 'reply' | 'order'
  readonly bench: string | null
  readonly askedAt: string
  /** The number of the request within its item, from 1: the order in which hands went up. */
  readonly number: number
}

export interface Spoken {
  readonly accountId: string
  readonly bench: string | null
  readonly ms: number
}

/** Why somebody stands at their place; the words are in app/i18n (meetings:reason.…). */
export type PlaceReason =
  | { readonly why: 'order' }
  | { readonly why: 'reply' }
  | { readonly why: 'request'; readonly askedAt: string }
  | { readonly why: 'first-speech'; readonly askedAt: string }
  | { readonly why: 'spoke-before'; readonly times: number; readonly askedAt: string }
  | { readonly why: 'bench-turn'; readonly bench: string | null; readonly askedAt: string }
  | { readonly why: 'least-time'; readonly seconds: number; readonly askedAt: string }

export interface Place {
  readonly request: FloorRequest
  readonly place: number
  readonly reason: PlaceReason
}

/**
 * The order of the waiting requests. Points of order come first, then replies to the speech that runs, then speeches
 * by the mode:
 * - `request`: who asked first;
 * - `first`: who has not spoken on this item yet, then by request;
 * - `balanced`: who has spoken least often, then by request (Georg Jähnig, "Balancierte Redeliste", 2010);
 * - `benches`: the bench that has waited longest for a turn, then by request;
 * - `time`: who has spoken the shortest time in all, then by request.
 */
export function orderSpeakers(
  requests: readonly FloorRequest[],
  spoken: readonly Spoken[],
  mode: ListMode,
): readonly Place[] {
  const byRequest = (a: FloorRequest, b: FloorRequest) => a.number - b.number
  const ahead = (kind: FloorRequest['kind']) =>
    requests
      .filter((request) => request.kind === kind)
      .sort(byRequest)
      .map((request) => ({ request, reason: { why: kind } as PlaceReason }))
  const speeches = requests.filter((request) => request.kind === 'speech').sort(byRequest)
  return [...ahead('order'), ...ahead('reply'), ...sorted(speeches, spoken, mode)].map((one, index) => ({
    ...one,
    place: index + 1,
  }))
}

type Reasoned = { readonly request: FloorRequest; readonly reason: PlaceReason }

/** `speeches` arrive in the order of request, and every sort here is stable. */
function sorted(
  speeches: readonly FloorRequest[],
  spoken: readonly Spoken[],
  mode: ListMode,
): readonly Reasoned[] {
  const times = (request: FloorRequest) =>
    spoken.filter(({ accountId }) => accountId === request.accountId).length
  const ms = (request: FloorRequest) =>
    spoken
      .filter(({ accountId }) => accountId === request.accountId)
      .reduce((sum, speech) => sum + speech.ms, 0)
  switch (mode) {
    case 'request':
      return speeches.map((request) => ({ request, reason: { why: 'request', askedAt: request.askedAt } }))
    case 'first':
      return [...speeches]
        .sort((a, b) => Math.min(times(a), 1) - Math.min(times(b), 1))
        .map((request) => ({ request, reason: byTimes(request, times(request)) }))
    case 'balanced':
      return [...speeches]
        .sort((a, b) => times(a) - times(b))
        .map((request) => ({ request, reason: byTimes(request, times(request)) }))
    case 'benches':
      return byBenches(speeches, spoken)
    case 'time':
      return [...speeches]
        .sort((a, b) => ms(a) - ms(b))
        .map((request) => ({
          request,
          reason: { why: 'least-time', seconds: Math.round(ms(request) / 1000), askedAt: request.askedAt },
        }))
  }
}

function byTimes(request: FloorRequest, times: number): PlaceReason {
  const { askedAt } = request
  return times === 0 ? { why: 'first-speech', askedAt } : { why: 'spoke-before', times, askedAt }
}

/** Always the bench whose last turn lies furthest back; within it, who asked first. */
function byBenches(speeches: readonly FloorRequest[], spoken: readonly Spoken[]): readonly Reasoned[] {
  const lastTurn = new Map<string | null, number>()
  spoken.forEach(({ bench }, turn) => {
    lastTurn.set(bench, turn)
  })
  const waiting = [...speeches]
  const order: Reasoned[] = []
  for (let turn = spoken.length; waiting.length > 0; turn++) {
    const next = waiting.reduce((best, request) =>
      (lastTurn.get(request.bench) ?? -1) < (lastTurn.get(best.bench) ?? -1) ? request : best,
    )
    waiting.splice(waiting.indexOf(next), 1)
    lastTurn.set(next.bench, turn)
    order.push({ request: next, reason: { why: 'bench-turn', bench: next.bench, askedAt: next.askedAt } })
  }
  return order
}

/** Speaking time of each bench in a share of all, 0 to 1, for the line that shows how fair it goes. */
export function shareByBench(
  spoken: readonly Pick<Spoken, 'bench' | 'ms'>[],
): readonly { readonly bench: string | null; readonly ms: number; readonly share: number }[] {
  const total = spoken.reduce((sum, { ms }) => sum + ms, 0)
  const benches = [...new Set(spoken.map(({ bench }) => bench))]
  return benches
    .map((bench) => {
      const ms = spoken.filter((one) => one.bench === bench).reduce((sum, one) => sum + one.ms, 0)
      return { bench, ms, share: total === 0 ? 0 : ms / total }
    })
    .sort((a, b) => b.ms - a.ms)
}
