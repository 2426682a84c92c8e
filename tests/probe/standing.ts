// The probe's own idea of who may, made from the printed permissions and the town's facts, not from the code it checks.
import type { Asked, Person, Thing } from './room.ts'
import type { PermissionRow } from './town.ts'

export const guest: Person = { handle: 'guest', roles: [], appointments: [], seats: [] }

export function standingsOf(person: Person, thing: Thing | null): ReadonlySet<string> {
  const standings = new Set<string>(['anyone'])
  if (thing?.public) standings.add('reader')
  if (person.handle !== 'guest') {
    if (!person.paused || (thing?.space === 'council' && !thing.outer)) standings.add('account')
    if (thing?.author === person.handle) standings.add('author')
    if (thing === null || thing.self === person.handle) standings.add('self')
  }
  if (person.appointments.some(({ scope, role }) => role !== 'moderator' || scope === 'town')) {
    standings.add('administration')
    // At the Council's door whoever works for the town is a stranger, whatever else they are.
    if (thing?.space === 'council' && !thing.outer) return strangerWith(standings)
  }
  if (person.roles.includes('creator')) standings.add('creator')
  for (const { role, scope } of person.appointments) {
    if (role === 'operator' || role === 'staff') standings.add(role)
    if (role === 'moderator' && scope === (thing?.space ?? 'town')) standings.add('moderator')
    if (role === 'responsible' && (thing?.responsible === undefined || thing.responsible === scope))
      standings.add('responsible')
  }
  for (const seat of person.seats) {
    if (thing?.body !== undefined && thing.body !== seat.body) continue
    if (thing?.body !== undefined) standings.add('inside')
    for (const standing of standingsOfSeat[seat.function] ?? []) standings.add(standing)
    // A minute-taker with a place on a bench has a vote; one without writes only.
    if (seat.function === 'minute-taker' && seat.bench !== null) standings.add('member')
  }
  for (const given of thing?.gives?.(person) ?? []) standings.add(given)
  return standings
}

const standingsOfSeat: Readonly<Record<string, readonly string[]>> = {
  chair: ['chair', 'member'],
  deputy: ['deputy', 'member'],
  'minute-taker': ['minute-taker'],
  member: ['member'],
  speaker: ['speaker', 'creator'],
  substitute: ['substitute'],
}

function strangerWith(standings: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    [...standings].filter((standing) => ['anyone', 'reader', 'administration'].includes(standing)),
  )
}

/** The actions asked about this very thing. */
export function askedOf(actions: Asked, thing: Thing | null): readonly string[] {
  return [actions].flat().map((action) => {
    if (!action.startsWith('thing:')) return action
    const own = thing?.actions?.[action.slice('thing:'.length)]
    if (own === undefined) throw new Error(`${thing?.label} does not say what ${action} means.`)
    return own
  })
}

/** True where any of the actions is open to the person; `nothing` needs no right at all. */
export function maySee(
  permissions: ReadonlyMap<string, PermissionRow>,
  person: Person,
  actions: Asked,
  thing: Thing | null,
): boolean {
  const standings = standingsOf(person, thing)
  return askedOf(actions, thing).some((action) => {
    if (action === 'nothing') return true
    if (action === 'account') return person.handle !== 'guest'
    const row = permissions.get(action)
    if (!row) throw new Error(`The probe is told of the action ${action}, which the policy does not know.`)
    return (
      !row.never.some((standing) => standings.has(standing)) &&
      row.standings.some((standing) => standings.has(standing))
    )
  })
}
