// Sends to an address that answers with JSON, and tells a refusal from a line that is lost.

/** What the house said instead of yes. */
export interface Refused {
  readonly reason: string
  readonly params: Readonly<Record<string, string | number>>
  readonly sentence: string
}

/** @throws Refused, or `{ word: 'offline' }` */
export async function post<T>(to: string, init: RequestInit): Promise<T> {
  const response = await fetch(to, { method: 'POST', signal: AbortSignal.timeout(20_000), ...init })
  const said: unknown = await response.json()
  if (!response.ok) throw isRefused(said) && said.sentence !== '' ? said : { word: 'offline' }
  return said as T
}

export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'reason' in value && 'sentence' in value
}
