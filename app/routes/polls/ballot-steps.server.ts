// The way of a ballot: fill, check, done. What was filled in travels sealed in the form, never in a cookie or a session.
import { data } from '@remix-run/node'
import { choiceFrom, fieldsOf, movedFields } from '#app/domain/polls/ballot-form.ts'
import type { Arrival } from '#app/domain/polls/ballots/store.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { type Choice, kindOf, readChoice, writeChoice } from '#app/domain/polls/choice.ts'
import { redeemCode } from '#app/domain/polls/codes.server.ts'
import { listOptions } from '#app/domain/polls/poll.server.ts'
import type { Poll } from '#app/domain/polls/poll.ts'
import { ballotView } from '#app/domain/polls/view.server.ts'
import { isRefusal, refuse } from '#app/domain/refusal.ts'
import { run } from '#app/domain/run.server.ts'
import type { Answer, FormDoor } from '#app/http/door.server.ts'

/** What was checked and waits for the last press of a button. */
interface SealedBallot {
  readonly pollId: string
  readonly line: string
  readonly reason: string
}

export interface BallotAnswer extends Answer {
  readonly step: 'fill' | 'check' | 'done'
  readonly sealed: string
  /** What stands in the fields, as it was typed or moved. */
  readonly filled: Readonly<Record<string, string | readonly string[]>>
  readonly reason: string
  readonly checked: { readonly choice: Choice; readonly reason: string } | null
  readonly arrived: (Arrival & { readonly at: string }) | null
  /** Where the focus belongs after a place was moved without scripts. */
  readonly focus: string | null
}

type Shown = Partial<Omit<BallotAnswer, keyof Answer>>
type Answered = ReturnType<FormDoor['invalid']>

const purpose = 'ballot'

export async function readBallot(door: FormDoor, poll: Poll) {
  return ballotView(poll, await listOptions(door.ask.db, poll.id))
}

type Ballot = Awaited<ReturnType<typeof readBallot>>

export async function checkBallot(door: FormDoor, poll: Poll, ballot: Ballot) {
  const reason = await reasonIn(door)
  try {
    const choice = choiceFrom(door.posted, ballot)
    const sealed: SealedBallot = { pollId: poll.id, line: writeChoice(choice, ballot.keys), reason }
    const objects = choice.kind === 'one' && choice.option === 'objection'
    const says = choice.kind !== 'blank' && choice.kind !== 'invalid'
    if ((poll.reason === 'required' || (poll.method === 'consent' && objects)) && says && reason === '') {
      throw refuse('ballot_reason_missing')
    }
    return show(door, {
      step: 'check',
      sealed: door.platform.seal(purpose, sealed),
      checked: { choice, reason },
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return show(door, { filled: typed(door), reason }, door.refused(error))
  }
}

/** Back to the fields, with everything in them. */
export function refill(door: FormDoor, poll: Poll, { form }: Ballot) {
  const sealed = unsealed(door, poll)
  if (!sealed) return lost(door)
  return show(door, { filled: fieldsOf(readChoice(sealed.line, kindOf(form))), reason: sealed.reason })
}

/** Hands it in. A secret ballot gets no key of its form: its store knows whether it arrived before. */
export async function castChecked(door: FormDoor, poll: Poll, { form }: Ballot) {
  const sealed = unsealed(door, poll)
  if (!sealed) return lost(door)
  const choice = readChoice(sealed.line, kindOf(form))
  const reason = sealed.reason === '' ? null : sealed.reason
  const key = poll.secrecy === 'open' ? door.formKey : null
  const outcome = await run(door.platform, door.actor, castBallot, { pollId: poll.id, choice, reason }, key)
  if (!outcome.ok) {
    const filled = fieldsOf(choice)
    return show(door, { filled, reason: sealed.reason }, door.refused(outcome.refusal))
  }
  return show(door, { step: 'done', arrived: { ...outcome.value, at: door.ask.now } })
}

/** A button that changes the fields, without scripts: the same page again, with the focus on the very button. */
export async function shift(door: FormDoor, ballot: Ballot) {
  const moved = movedFields(door.posted, ballot)
  return moved && show(door, { ...moved, reason: await reasonIn(door) })
}

export async function takeCode(door: FormDoor, poll: Poll) {
  const limited = await door.limit('code')
  if (limited) return limited
  const form = await door.read({ code: { type: 'text', min: 4, max: 40 } })
  if (!form.ok) return door.invalid(form.problems)
  const here = () => `/abstimmungen/${poll.number}/stimmzettel`
  return door.runAndGo(redeemCode, { pollId: poll.id, ...form.values }, here)
}

async function reasonIn(door: FormDoor): Promise<string> {
  const form = await door.read({ reason: { type: 'text', min: 0, max: 600, lines: 'many' } })
  return form.ok ? form.values.reason : ''
}

function typed(door: FormDoor): Record<string, string | readonly string[]> {
  const fields: Record<string, string | readonly string[]> = {}
  for (const name of new Set(door.posted.keys())) {
    if (!/^(?:choice|tick|(?:place|mark)-[\w-]{1,40})$/.test(name)) continue
    const values = door.posted.getAll(name).filter((value): value is string => typeof value === 'string')
    fields[name] = name === 'tick' ? values : (values[0] ?? '').slice(0, 40)
  }
  return fields
}

function unsealed(door: FormDoor, poll: Poll): SealedBallot | null {
  const state = door.posted.get('state')
  const sealed = typeof state === 'string' ? door.platform.unseal<SealedBallot>(purpose, state) : null
  return sealed?.pollId === poll.id ? sealed : null
}

function lost(door: FormDoor) {
  return show(
    door,
    {},
    data<Answer>(
      { intent: door.intent, errors: [], refusal: door.t('polls:ballot.lost'), typed: {} },
      { status: 400 },
    ),
  )
}

function show(door: FormDoor, shown: Shown, answered?: Answered) {
  return data<BallotAnswer>(
    {
      intent: door.intent,
      errors: answered?.data.errors ?? [],
      refusal: answered?.data.refusal ?? null,
      // The fields are told in `filled`; nothing of a ballot is kept twice.
      typed: {},
      step: 'fill',
      sealed: '',
      filled: {},
      reason: '',
      checked: null,
      arrived: null,
      focus: null,
      ...shown,
    },
    { status: answered?.init?.status ?? 200 },
  )
}
