// The one door: who asks, what was typed, run the command, answer in plain words and in the visitor's language.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { Actor } from '#app/domain/actor.ts'
import type { FieldProblem, FormDescription } from '#app/domain/form.ts'
import type { LimitName } from '#app/domain/platform.ts'
import { type Action, may, type Subject } from '#app/domain/policy.ts'
import type { Ask } from '#app/domain/query.server.ts'
import { isRefusal, type Refusal, refusalStatus, refuse } from '#app/domain/refusal.ts'
import { type Command, type Outcome, run, wasDone } from '#app/domain/run.server.ts'
import { addressIn, bareAddress } from '#app/i18n/address.ts'
import { languageOf } from '#app/i18n/languages.ts'
import { wordsIn } from '#app/i18n/words.server.ts'
import type { Words } from '#app/i18n/words.tsx'
import { shapeOf } from './address-shape.ts'
import { type ReadForm, readForm, type Typed, typedOf } from './form.ts'

/** What an action answers when it does not lead on: shown by the page it came from, with everything typed. */
export interface Answer {
  /** Which of the page's forms it was. */
  readonly intent: string | null
  readonly errors: readonly { readonly name: string; readonly message: string }[]
  readonly refusal: string | null
  readonly typed: Typed
}

/** Enters a loader: who asks, in which language, and the eyes to read with. Things refused become error pages. */
export function enter({ request, context, params }: LoaderFunctionArgs) {
  const url = addressOf(request)
  const words = wordsIn(languageOf(url.pathname))
  /** Whoever tries doors shall be seen by those who run the house; what stands in the address stays out of the log. */
  const turnAway = (refusal: Refusal) => {
    const facts = { reason: refusal.reason, account: context.actor.accountId, address: shapeOf(url, params) }
    context.platform.log('info', 'Somebody was not let in.', facts)
    return refusalPage(words, refusal)
  }
  if (!context.site.setUp && !openBeforeSetUp(url.pathname))
    throw refusalPage(words, refuse('town_not_set_up'))
  const ask: Ask = {
    db: context.platform.database.read,
    kind: context.platform.database.kind,
    actor: context.actor,
    now: context.platform.now(),
    town: context.platform.town,
    ballotKeys: context.platform.ballotKeys,
  }
  return {
    ...words,
    ask,
    url,
    params,
    visit: context,
    actor: context.actor,
    platform: context.platform,
    may: (action: Action, subject: Subject) => may(context.actor, action, subject),
    /** The key of a form shown now: the same form sent twice counts once. */
    formKey: () => context.platform.newId(),
    /** Runs a query; a refusal becomes the page that says so. */
    async find<T>(query: Promise<T>): Promise<T> {
      try {
        return await query
      } catch (error) {
        throw isRefusal(error) ? turnAway(error) : error
      }
    },
    refuse: (reason: Refusal['reason']) => turnAway(refuse(reason)),
    /** A list's page asked for in the address, from 1. */
    page: () => {
      const asked = Number(url.searchParams.get('seite') ?? '1')
      return Number.isSafeInteger(asked) && asked >= 1 && asked < 100000 ? asked : 1
    },
  }
}

/** Enters an action: the same, with the posted form. */
export async function enterWithForm(args: ActionFunctionArgs) {
  const door = enter(args)
  const posted = await postedForm(args.request, door)
  const intent = textOf(posted, 'intent')
  const typed = typedOf(posted)
  const key = formKeyOf(posted, door.url.pathname)
  const answer = (status: number, rest: Partial<Answer>) =>
    data<Answer>({ intent, errors: [], refusal: null, typed, ...rest }, { status })

  return {
    ...door,
    intent,
    posted,
    formKey: key,
    read: <D extends FormDescription>(form: D): Promise<ReadForm<D>> => readForm(form, posted),
    /** The page again, each field with what was wrong about it. */
    invalid: (problems: Readonly<Record<string, FieldProblem>>) =>
      answer(400, {
        errors: Object.entries(problems).map(([name, problem]) => ({
          name,
          message: fieldSentence(door, problem),
        })),
      }),
    refused: (refusal: Refusal) =>
      answer(refusalStatus[refusal.reason], { refusal: refusalSentence(door, refusal) }),
    /**
     * Null while tries are left, else the answer that says so. `network`: counted by where one comes from, whoever one is,
     * so that nobody gets more tries at the doors of others by having accounts.
     */
    async limit(name: LimitName, by: 'visitor' | 'network' = 'visitor') {
      const { accountId } = door.actor
      const who = by === 'network' || accountId === null ? args.context.peer : accountId
      if (await door.platform.allow(name, who)) return null
      door.platform.log('info', 'Somebody tried too often.', { limit: name, account: accountId })
      return answer(429, { refusal: refusalSentence(door, refuse('too_often')) })
    },
    /** The very same form was done before, and its answer was lost. */
    sentBefore: async () => key !== null && (await wasDone(door.ask.db, door.actor, key)),
    run: <I, O>(command: Command<I, O>, input: I, as: Actor = door.actor): Promise<Outcome<O>> =>
      run(door.platform, as, command, input, key),
    /** Runs a deed that gives a secret: its outcome is not kept with the form's key, so the same form twice is two. */
    runUnkept: <I, O>(command: Command<I, O>, input: I, as: Actor = door.actor): Promise<Outcome<O>> =>
      run(door.platform, as, command, input),
    /** Runs and answers: leads on when it was done, tells why not otherwise. */
    async runAndGo<I, O>(command: Command<I, O>, input: I, to: (value: O) => string) {
      const outcome = await run(door.platform, door.actor, command, input, key)
      if (!outcome.ok) {
        return answer(refusalStatus[outcome.refusal.reason], {
          refusal: refusalSentence(door, outcome.refusal),
        })
      }
      return redirect(addressIn(door.lang, to(outcome.value)), 303)
    },
    goTo: (path: string, init?: ResponseInit) =>
      redirect(addressIn(door.lang, path), { status: 303, ...init }),
  }
}

export type Door = ReturnType<typeof enter>
export type FormDoor = Awaited<ReturnType<typeof enterWithForm>>

export function refusalSentence({ t }: Pick<Words, 't'>, refusal: Refusal): string {
  return t(`refusals:${refusal.reason}`, refusal.params)
}

function fieldSentence({ t }: Pick<Words, 't'>, problem: FieldProblem): string {
  return t(`common:field.${problem.error}`, { min: problem.min, max: problem.max })
}

/** Nothing is public before the imprint stands, save the way to get it there. */
function openBeforeSetUp(pathname: string): boolean {
  return /^\/(?:einrichten\/[\w-]+|impressum)$/.test(bareAddress(pathname))
}

function refusalPage(words: Words, refusal: Refusal): Response {
  return new Response(refusalSentence(words, refusal), { status: refusalStatus[refusal.reason] })
}

/** What is asked, without the sign that no text of ours holds and no database may be asked about. */
function addressOf(request: Request): URL {
  const url = new URL(request.url)
  if (url.search.includes('%00'))
    url.search = String(
      new URLSearchParams(
        [...url.searchParams].map(([name, value]) => [withoutNul(name), withoutNul(value)]),
      ),
    )
  return url
}

function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}

const mostFields = 2000

async function postedForm(
  request: Request,
  door: { refuse: (reason: Refusal['reason']) => Response },
): Promise<FormData> {
  try {
    const posted = await request.formData()
    // No form of ours has nearly as many fields; a sender of thousands wants to keep us busy.
    if ([...posted.keys()].length > mostFields) throw door.refuse('text_too_long')
    return withoutNuls(posted)
  } catch (error) {
    throw error instanceof Response ? error : door.refuse('not_found')
  }
}

/** Many a field is read as it came, such as an id; none of them holds the sign of nothing. */
function withoutNuls(posted: FormData): FormData {
  const odd = [...posted].some(([name, value]) =>
    `${name}${typeof value === 'string' ? value : ''}`.includes('\0'),
  )
  if (!odd) return posted
  const kept = new FormData()
  for (const [name, value] of posted) {
    if (typeof value === 'string') kept.append(withoutNul(name), withoutNul(value))
    else kept.append(withoutNul(name), value)
  }
  return kept
}

/**
 * The key of one form. Bound to where it was sent, so that the outcome of one form never answers another. A contribution
 * goes to its page without scripts and to the talk's own address with them, and is the same form both times.
 */
function formKeyOf(posted: FormData, pathname: string): string | null {
  const key = textOf(posted, 'idempotencyKey')
  if (key === null) return null
  const intent = textOf(posted, 'intent')
  if (intent === 'contribute') return `${intent} ${key}`
  return [bareAddress(pathname), textOf(posted, 'what'), intent, key]
    .filter((part) => part !== null)
    .join(' ')
}

function textOf(posted: FormData, name: string): string | null {
  const value = posted.get(name)
  return typeof value === 'string' && value !== '' && value.length <= 200 ? value : null
}
