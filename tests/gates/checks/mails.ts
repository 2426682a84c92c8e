// Who got their mails, which came twice without a reason, which overtook another, which were tried again too soon. Pure.

export interface Asked {
  readonly address: string
  /** Just before it was asked for. */
  readonly atMs: number
}

/** What the mail server met, the earliest first. */
export interface Try {
  readonly to: string
  /** The same on every try of one mail; ids are ordered by when the mails were written. */
  readonly id: string
  readonly atMs: number
  /** Which process tried: one that starts anew may know nothing of the last one's tries. */
  readonly life: number
  /** `unsaid`: taken over, but the line was lost before the server could say so, so the sender has to come again. */
  readonly taken: 'yes' | 'unsaid' | 'no'
}

export interface MailJudgement {
  /** An address as often as mails to it were asked for and never taken over. */
  readonly missing: readonly string[]
  /** Taken over once more than lost words of the mail server explain. */
  readonly doubles: number
  /** Addresses to which a newer mail was tried while an older one had not had its turn. */
  readonly overtaken: readonly string[]
}

export function judgeMails(asked: readonly Asked[], tries: readonly Try[]): MailJudgement {
  const missing: string[] = []
  const overtaken: string[] = []
  let doubles = 0
  for (const address of new Set(asked.map((one) => one.address))) {
    const own = tries.filter(({ to }) => to === address)
    const wanted = asked.filter((one) => one.address === address)
    const taken = new Set(own.filter(({ taken }) => taken !== 'no').map(({ id }) => id))
    for (let more = taken.size; more < wanted.length; more++) missing.push(address)
    for (const id of taken) {
      const said = own.filter((one) => one.id === id && one.taken === 'yes').length
      doubles += Math.max(0, said - 1)
    }
    if (isOvertaken(own, wanted)) overtaken.push(address)
  }
  return { missing, doubles, overtaken }
}

/**
 * Before each try of a mail the older ones to the same address have their turn, until they are taken over. What was under way
 * in a crash goes on where it was: then it is enough that the older ones had their turn since it was written.
 */
function isOvertaken(own: readonly Try[], wanted: readonly Asked[]): boolean {
  const ids = [...new Set(own.map(({ id }) => id))].sort()
  return own.some(({ id, atMs, life }, place) => {
    const before = own.slice(0, place)
    const lastOf = (one: string) => before.findLast((earlier) => earlier.id === one)
    const last = lastOf(id)
    const since = (last?.life === life ? last.atMs : undefined) ?? wanted[ids.indexOf(id)]?.atMs ?? atMs
    return ids.slice(0, ids.indexOf(id)).some((older) => {
      const isOut = before.some((one) => one.id === older && one.taken !== 'no')
      return !isOut && (lastOf(older)?.atMs ?? Number.NEGATIVE_INFINITY) < since
    })
  })
}

/**
 * Tries of one mail that followed a failed one sooner than this, while one and the same process lived. A newer mail to the same
 * address is a reason to try an older one again, for they arrive in their order.
 */
export function triedTooSoon(asked: readonly Asked[], tries: readonly Try[], leastMs: number): number {
  const last = new Map<string, number>()
  let soon = 0
  for (const { id, to, life, atMs } of tries) {
    const key = `${life} ${id}`
    const before = last.get(key)
    last.set(key, atMs)
    if (before === undefined || atMs - before >= leastMs) continue
    if (!asked.some((one) => one.address === to && one.atMs <= atMs && one.atMs > before - leastMs)) soon++
  }
  return soon
}
