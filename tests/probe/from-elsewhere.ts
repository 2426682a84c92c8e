// Every form as another site would send it in the browser of somebody who may: refused, with nothing changed.
import { type Book, maySend, pathOf, thingsOf } from './book.ts'
import { changedTables } from './counting.ts'
import type { ShownForm } from './reading.ts'
import { guest } from './standing.ts'
import type { Town } from './town.ts'
import { type Case, emptyForm, sendForm } from './writing.ts'

/** The same form from another site, in the browser of somebody who may send it; without its fields where no page shows it. */
export async function tryFromElsewhere(town: Town, book: Book, one: Case): Promise<void> {
  if (one.post.step) return
  const form = one.forms[0] ?? senderOf(town, book, one)
  const foreign: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['another site', { origin: 'https://evil.example' }],
    ['null', { origin: 'null' }],
    ['no origin', {}],
    ['a name that begins like ours', { origin: `${town.origin}.evil.example` }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    [
      'a forged host',
      { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' },
    ],
  ]
  const path = (form.form.action || form.page).replace(/#.*/, '')
  const id = `de${one.address}`
  const more = path.includes('?') ? '&' : '?'
  const paths = [path, `${path}${more}_data=${encodeURIComponent(id)}`, path.replace(/(?=\?|$)/, '.data')]
  for (const [name, headers] of foreign) {
    for (const there of book.plan.size === 'full' ? paths : paths.slice(0, name === 'another site' ? 3 : 1)) {
      const was = town.digest()
      const reply = await sendForm(town, form, one.key, one.post.fields, form.person, headers, there)
      book.requests += 1
      if (changedTables(was, town.digest()).length > 0)
        book.found('foreign site', one.row, form.person, `${name} changes something through ${there}`)
      else if (reply.status !== 403)
        book.found('foreign site', one.row, form.person, `${name} is answered ${reply.status} at ${there}`)
    }
  }
}

/** Somebody who may send a form that no page of the town shows, at the first thing for which they may. */
function senderOf(town: Town, book: Book, { address, door, post }: Case): ShownForm {
  const { people, things } = book.plan
  const pairs = thingsOf({ things }, door).flatMap((thing) => people.map((person) => ({ person, thing })))
  const { person, thing } = pairs.find((pair) => maySend(town, door, post, pair.person, pair.thing)) ??
    pairs[0] ?? { person: guest, thing: null }
  return { person, thing, page: pathOf(address, thing), form: emptyForm }
}
