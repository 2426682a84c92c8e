// Presses a button of a page as somebody, as a browser without scripts does.
import { filled, formsOf, keysOf } from './forms.ts'
import { type Reply, request } from './http.ts'
import type { Town } from './town.ts'

export interface Press {
  readonly as: string
  readonly page: string
  /** The form's key, or several: each is pressed on what the one before showed. */
  readonly keys: readonly string[]
  readonly fields?: Readonly<Record<string, string>>
  /** Which of several forms: the one that holds these values. */
  readonly holds?: Readonly<Record<string, string>>
}

/** Gives the last answer; an answer that does not lead on is a mistake of whoever pressed. */
export async function press(town: Town, { as, page, keys, fields = {}, holds = {} }: Press): Promise<Reply> {
  const cookie = town.cookieOf(as)
  let reply = await request(town.port, page, { cookie })
  for (const key of keys) {
    const form = formsOf(reply.body).find(
      (one) =>
        keysOf(one).includes(key) &&
        Object.entries(holds).every(([name, value]) =>
          one.parts.some((part) => part.name === name && part.value === value),
        ),
    )
    if (!form) throw new Error(`${page} shows ${as} no form ${key} with ${JSON.stringify(holds)}`)
    reply = await request(town.port, form.action || page, {
      method: 'POST',
      cookie,
      body: filled(form, key, fields),
      headers: { origin: town.origin },
    })
  }
  if (reply.status !== 303)
    throw new Error(`${page} ${keys.at(-1)}: ${reply.status} ${reply.body.slice(0, 300)}`)
  return reply
}
