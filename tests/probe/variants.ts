// The ways in which one address can be asked for.
import { feeds } from '#app/routes.ts'
import type { Cell, Size } from './book.ts'

export type Variant = 'page' | 'data' | '_data' | 'routes' | 'capitals' | 'slash' | 'head' | 'en'
const moreVariants: readonly Variant[] = ['data', '_data', 'routes', 'capitals', 'slash', 'head', 'en']

/**
 * At full size the first of each label is looked at in every way: what is open once, what is shut once for each set of
 * roles. All others are looked at as a page and, what is open in one more way in turn, what is shut in two; so all ways
 * come round.
 */
export function choosing(size: Size): (address: string, cell: Cell) => readonly Variant[] {
  const seen = new Set<string>()
  let turn = 0
  return (address, { person, thing, may }) => {
    const roles = may ? null : [person.paused, ...[...person.roles].sort()]
    const first = JSON.stringify([address, thing?.label, roles])
    if (size === 'full' && !seen.has(first)) {
      seen.add(first)
      return ['page', ...moreVariants]
    }
    const more = [turn, turn + 3].map((at) => moreVariants[at % moreVariants.length] as Variant)
    turn += 1
    if (size === 'full') return ['page', ...(may ? more.slice(0, 1) : more)]
    return ['page', ...(may ? [] : more.slice(0, 1))]
  }
}

/** The address as it is asked for in this variant. */
export function asAsked(variant: Variant, path: string, address: string): string {
  const [plain = '/', query] = path.split('?')
  const rest = query === undefined ? '' : `?${query}`
  const more = (extra: string) => (query === undefined ? `?${extra}` : `?${query}&${extra}`)
  const machine = feeds.some(([feed]) => `/${feed}` === address)
  const id = machine ? `feed${address}` : `de/${address === '/' ? '/' : address.slice(1)}`
  const data = plain === '/' ? '/_root.data' : `${plain}.data`
  switch (variant) {
    case 'page':
    case 'head':
      return path
    case 'data':
      return data + rest
    case '_data':
      return plain + more(`_data=${encodeURIComponent(id)}`)
    case 'routes':
      return data + more(`_routes=${encodeURIComponent(id)}`)
    case 'capitals':
      return plain.replace(/^\/[a-z-]+/, (first) => first.toUpperCase()) + rest
    case 'slash':
      return plain === '/' ? path : `${plain}/${rest}`
    case 'en':
      return machine ? path : `/en${plain === '/' ? '' : plain}${rest}`
  }
}
