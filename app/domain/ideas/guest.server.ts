// How a guest finds the own idea again: by its number and a secret word, whatever state it is in.
import { isNumber } from '../numbers.ts'
import type { Platform } from '../platform.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { asIdea, follow } from './idea.server.ts'
import type { Idea } from './idea.ts'
import { plainSecret, secretWords } from './secret-word.ts'

/** A new secret word, drawn from the platform's own chance. */
export function newSecretWord(platform: Pick<Platform, 'newSecret'>): string {
  const bytes = Buffer.from(platform.newSecret(), 'base64url')
  return secretWords([0, 4, 8, 12].map((place) => bytes.readUInt32BE(place)))
}

/** An unknown number and a wrong word get the same answer: which numbers wait is nobody's business. */
export async function getGuestIdea(
  ask: Pick<Ask, 'db'>,
  platform: Pick<Platform, 'hash'>,
  input: { readonly number: number; readonly secret: string },
): Promise<Idea> {
  if (!isNumber(input.number)) throw refuse('secret_wrong')
  const hash = platform.hash(plainSecret(input.secret))
  const row = await ask.db
    .selectFrom('idea')
    .selectAll()
    .where('number', '=', input.number)
    .where('secretHash', '=', hash)
    .executeTakeFirst()
  if (!row) throw refuse('secret_wrong')
  return asIdea(row)
}

/** A guest who has an account by now follows the own idea with it. */
export const followGuestIdea = prepared(
  async (platform, input: { readonly number: number; readonly secret: string }) => ({
    number: input.number,
    secretHash: platform.hash(plainSecret(input.secret)),
  }),
  async (work: Work, input): Promise<void> => {
    const row = await work.tx
      .selectFrom('idea')
      .select('id')
      .where('number', '=', input.number)
      .where('secretHash', '=', input.secretHash)
      .executeTakeFirst()
    if (!row) throw refuse('secret_wrong')
    // Not the idea itself but the word opens it, so the policy is asked about following in general.
    work.require('idea.follow', { kind: 'town' })
    await follow(work, work.actor.accountId ?? '', row.id)
    await work.record({ type: 'idea.followed', ideaId: row.id })
  },
)
