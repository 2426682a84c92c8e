// The stage on which the story is played: the real platform with a clock of its own, on which nothing is announced.
import { v7 as timeOrderedId } from 'uuid'
import { type Actor, guest } from '#app/domain/actor.ts'
import type { DueMail } from '#app/domain/notices/outbox.server.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import type { Platform, Rendered } from '#app/domain/platform.ts'
import { type Command, run } from '#app/domain/run.server.ts'
import { bytesOf } from './chance.ts'

export interface Stage {
  readonly platform: Platform
  /** The moment so many days before today; ISO 8601. */
  moment(daysAgo: number): string
  /** Sets the story's clock. */
  setClock(daysAgo: number): void
  /** Somebody of the cast as they stand at the story's present moment. */
  actor(handle: string | null): Promise<Actor>
  /** After tasks and seats were given: look everybody up anew. */
  forgetActors(): void
  /** Opened accounts by handle. */
  readonly accounts: Map<string, string>
  /** Runs a command; the story knows no refusals. */
  does<I, O>(actor: Actor, command: Command<I, O>, input: I): Promise<O>
  /** Renders texts ahead, all at once: the worker is quicker when it need not wait. */
  render(texts: readonly string[]): Promise<void>
  /** Told of each mail of the past before it is laid down unsent. */
  readonly hearsMail: (mail: DueMail) => void
}

export const dayMs = 86_400_000

export function openStage(
  real: Platform,
  today: string,
  hearsMail: (mail: DueMail) => void = () => {},
): Stage {
  let now = today
  let made = 0
  const rendered = new Map<string, Promise<Rendered>>()
  const accounts = new Map<string, string>()
  const known = new Map<string, Actor>()
  const moment = (daysAgo: number) => new Date(Date.parse(today) - daysAgo * dayMs).toISOString()
  const render = (text: string) => {
    const ready = rendered.get(text) ?? real.render(text)
    rendered.set(text, ready)
    return ready
  }
  const platform: Platform = {
    ...real,
    now: () => now,
    newId: () => timeOrderedId({ msecs: Date.parse(now), seq: ++made, random: bytesOf(`id ${made}`) }),
    announce: () => {},
    render,
  }
  return {
    platform,
    moment,
    accounts,
    hearsMail,
    setClock(daysAgo) {
      now = moment(daysAgo)
    },
    async actor(handle) {
      if (handle === null) return guest
      const seen = known.get(handle)
      if (seen) return seen
      const found = await findActor(platform.database.read, accounts.get(handle) ?? '', now)
      if (!found) throw new Error(`Nobody of the story is called '${handle}'.`)
      known.set(handle, found)
      return found
    },
    forgetActors: () => known.clear(),
    async does(actor, command, input) {
      const outcome = await run(platform, actor, command, input)
      if (!outcome.ok) {
        const { reason, params } = outcome.refusal
        throw new Error(`The story asks for what a rule refuses: ${reason} ${JSON.stringify(params)}`)
      }
      return outcome.value
    },
    async render(texts) {
      await Promise.all(texts.map(render))
    },
  }
}
