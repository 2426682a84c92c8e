// A ballot with a printed code: fill, check, done, as plain pages. No session stands behind any of them.
import { data } from '@remix-run/node'
import { guest } from '#app/domain/actor.ts'
import { choiceFrom, fieldsOf, movedFields } from '#app/domain/polls/ballot-form.ts'
import { castByCode } from '#app/domain/polls/ballots/cast.server.ts'
import { hashOfCode } from '#app/domain/polls/ballots/code.ts'
import type { Arrival } from '#app/domain/polls/ballots/store.ts'
import { type Choice, kindOf, readChoice, writeChoice } from '#app/domain/polls/choice.ts'
import { listOptions } from '#app/domain/polls/poll.server.ts'
import type { Poll } from '#app/domain/polls/poll.ts'
import { ballotView } from '#app/domain/polls/view.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { run } from '#app/domain/run.server.ts'
import type { Answer, FormDoor } from '#app/http/door.server.ts'

export interface EnvelopeAnswer extends Answer {
  readonly step: 'fill' | 'check' | 'done'
  readonly sealed: string
  readonly filled: Readonly<Record<string, string | readonly string[]>>
  readonly choice: Choice | null
  readonly arrived: Arrival['kind'] | null
}

interface SealedSheet {
  readonly pollId: string
  readonly code: string
  readonly line: string
}

const purpose = 'envelope'
const codeForm = { code: { type: 'text', min: 1, max: 40 } } as const

export async function checkSheet(door: FormDoor, poll: Poll) {
  const rules = await rulesOf(door, poll)
  const form = await door.read(codeForm)
  const filled = typedFields(door)
  if (!form.ok) return show(door, { filled }, door.invalid(form.problems))
  try {
    const choice = choiceFrom(door.posted, rules)
    const sheet: SealedSheet = { pollId: poll.id, ...form.values, line: writeChoice(choice, rules.keys) }
    return show(door, { step: 'check', choice, sealed: door.platform.seal(purpose, sheet) })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return show(door, { filled }, door.refused(error))
  }
}

export async function castFromSheet(door: FormDoor, poll: Poll) {
  const sheet = unsealed(door, poll)
  if (!sheet) return show(door, {}, lost(door))
  const codeHash = await hashOfCode(poll.id, sheet.code)
  const outcome = await run(door.platform, guest, castByCode, { pollId: poll.id, codeHash, line: sheet.line })
  if (outcome.ok) return show(door, { step: 'done', arrived: outcome.value })
  return show(door, await filledFrom(door, poll, sheet), door.refused(outcome.refusal), { code: sheet.code })
}

/** Back to the fields, with everything in them. */
export async function refillSheet(door: FormDoor, poll: Poll) {
  const sheet = unsealed(door, poll)
  if (!sheet) return show(door, {}, lost(door))
  return show(door, await filledFrom(door, poll, sheet), undefined, { code: sheet.code })
}

/** A button that changes the fields, without scripts: the same page again. */
export async function shiftSheet(door: FormDoor, poll: Poll) {
  const moved = movedFields(door.posted, await rulesOf(door, poll))
  const code = String(door.posted.get('code') ?? '').slice(0, 40)
  return moved && show(door, { filled: moved.filled }, undefined, { code })
}

async function rulesOf(door: FormDoor, poll: Poll) {
  return ballotView(poll, await listOptions(door.ask.db, poll.id))
}

async function filledFrom(door: FormDoor, poll: Poll, { line }: SealedSheet) {
  const { form } = await rulesOf(door, poll)
  return { filled: fieldsOf(readChoice(line, kindOf(form))) }
}

function typedFields(door: FormDoor): Record<string, string | readonly string[]> {
  const fields: Record<string, string | readonly string[]> = {}
  for (const name of new Set(door.posted.keys())) {
    if (!/^(?:choice|tick|(?:place|mark)-[\w-]{1,40})$/.test(name)) continue
    const values = door.posted.getAll(name).filter((value): value is string => typeof value === 'string')
    fields[name] = name === 'tick' ? values : (values[0] ?? '').slice(0, 40)
  }
  return fields
}

function unsealed(door: FormDoor, poll: Poll): SealedSheet | null {
  const state = door.posted.get('state')
  const sheet = typeof state === 'string' ? door.platform.unseal<SealedSheet>(purpose, state) : null
  return sheet?.pollId === poll.id ? sheet : null
}

function lost(door: FormDoor) {
  return data<Answer>(
    { intent: door.intent, errors: [], refusal: door.t('polls:ballot.lost'), typed: {} },
    { status: 400 },
  )
}

function show(
  door: FormDoor,
  shown: Partial<Omit<EnvelopeAnswer, keyof Answer>>,
  answered?: ReturnType<FormDoor['invalid']>,
  typed: Answer['typed'] = {},
) {
  return data<EnvelopeAnswer>(
    {
      intent: door.intent,
      errors: answered?.data.errors ?? [],
      refusal: answered?.data.refusal ?? null,
      typed: { ...(answered ? { code: String(door.posted.get('code') ?? '').slice(0, 40) } : {}), ...typed },
      step: 'fill',
      sealed: '',
      filled: {},
      choice: null,
      arrived: null,
      ...shown,
    },
    { status: answered?.init?.status ?? 200 },
  )
}
