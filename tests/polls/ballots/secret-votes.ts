// Voters of secret votes, as their devices behave: they draw a token and cast with it, or use the plain form.
import type { Actor } from '#app/domain/actor.ts'
import { guest } from '#app/domain/actor.ts'
import type { NewPoll } from '#app/domain/polls/announce.server.ts'
import { findBox } from '#app/domain/polls/ballots/box.server.ts'
import { castSigned } from '#app/domain/polls/ballots/cast.server.ts'
import type { Manifest } from '#app/domain/polls/ballots/manifest.ts'
import { issueToken } from '#app/domain/polls/ballots/token.server.ts'
import { drawToken, finishToken, sealNext, type Token } from '#app/domain/polls/ballots/wallet.ts'
import { closePoll } from '#app/domain/polls/life.server.ts'
import type { TestTown } from '#tests/platform.ts'
import { later, opened } from '../votes.ts'
import { random } from './made-up-vote.ts'

export const separateTerms: Partial<NewPoll> = {
  secrecy: 'separate',
  changeable: 'no',
  reason: 'off',
  names: 'unlisted',
  resultWhen: 'after-close',
}

export const blindTerms: Partial<NewPoll> = { ...separateTerms, secrecy: 'blind', changeable: 'yes' }

/** A vote on a roll of so many people, open. */
export async function openedFor(
  town: TestTown,
  by: Actor,
  terms: Partial<NewPoll>,
  count: number,
): Promise<{ pollId: string; voters: readonly Actor[] }> {
  const voters: Actor[] = []
  for (let at = 1; at <= count; at++) voters.push(await town.person(`Stimme ${at}`))
  const roll = voters.map((voter) => voter.accountId ?? '')
  const pollId = await opened(town, by, { electorate: 'roll', label: 'recommendation', roll, ...terms })
  return { pollId, voters }
}

export async function termsOf(town: TestTown, pollId: string): Promise<Manifest> {
  const box = await findBox(town.platform.database.read, pollId)
  if (!box) throw new Error('There is no box.')
  return box.manifest
}

export async function drawn(town: TestTown, voter: Actor, pollId: string): Promise<Token> {
  const manifest = await termsOf(town, pollId)
  const drawing = await drawToken(manifest, random)
  const blindedMessage = drawing.blinded[0]?.message ?? ''
  const { blindSignatures } = await town.does(voter, issueToken, { pollId, blindedMessage })
  const token = await finishToken(manifest, drawing, blindSignatures)
  if (!token) throw new Error('The signature does not fit.')
  return token
}

/** Casts from nowhere: the slot knows nobody. */
export async function castWith(town: TestTown, token: Token, line: string) {
  const ballot = await sealNext(token, line)
  return town.does(guest, castSigned, { pollId: token.pollId, ballot })
}

/** Closed by hand, past the ten seconds in which that can be undone, counted, key destroyed. */
export async function closed(town: TestTown, by: Actor, pollId: string): Promise<void> {
  await town.does(by, closePoll, { pollId })
  await later(town, 11)
  await later(town, 1)
}
