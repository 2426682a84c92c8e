// Who speaks: names, voices and functions of the authors on one page, in three questions for all of them.
import type { Ask } from '../query.server.ts'
import { isModerating, type Voice, voiceOf } from './voice.ts'

export interface Author {
  /** null: the account is gone, what was said remains. */
  readonly name: string | null
  readonly voice: Voice
  /** The bench or function somebody speaks from, such as 'Kulturschaffende'. */
  readonly seat: string | null
}

export const nobodyKnown: Author = { name: null, voice: 'citizens', seat: null }

export async function readAuthors(
  ask: Ask,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, Author>> {
  const wanted = [...new Set(ids)].filter((id): id is string => id !== null)
  if (wanted.length === 0) return new Map()
  const accounts = await ask.db
    .selectFrom('account')
    .select(['id', 'name', 'erasedAt'])
    .where('id', 'in', wanted)
    .execute()
  const seats = await ask.db
    .selectFrom('membership')
    .innerJoin('body', 'body.id', 'membership.bodyId')
    .leftJoin('bench', 'bench.id', 'membership.benchId')
    .select(['membership.accountId', 'body.kind', 'bench.name as bench', 'membership.function'])
    .where('membership.accountId', 'in', wanted)
    .where('membership.fromAt', '<=', ask.now)
    .where((eb) => eb.or([eb('membership.untilAt', 'is', null), eb('membership.untilAt', '>', ask.now)]))
    .execute()
  const appointments = await ask.db
    .selectFrom('appointment')
    .select(['accountId', 'role'])
    .where('accountId', 'in', wanted)
    .where('fromAt', '<=', ask.now)
    .where((eb) => eb.or([eb('untilAt', 'is', null), eb('untilAt', '>', ask.now)]))
    .execute()
  return new Map(
    accounts.map(({ id, name, erasedAt }) => {
      if (erasedAt !== null) return [id, nobodyKnown]
      const own = seats.filter((seat) => seat.accountId === id)
      const moderates = isModerating(appointments.filter((held) => held.accountId === id))
      return [id, { name, ...voiceOf(own, moderates) }]
    }),
  )
}
