// Every private word typed into every search, by everybody; and signs that search engines stumble over.
import type { Book } from './book.ts'
import { request, sideBySide, together } from './http.ts'
import type { Canary } from './room.ts'
import { foundIn } from './scan.ts'
import type { Town } from './town.ts'

const odd = ['%', '*', '"', 'a', '@', "' or 1=1 --", 'KANARIE', 'beispiel.example']

export async function askEverywhere(town: Town, book: Book, canaries: readonly Canary[]): Promise<void> {
  const planted = canaries.filter(({ word }) => !word.includes('@'))
  const asked = book.plan.size === 'full' ? canaries : planted
  for (const [address, door] of book.plan.doors) {
    if (!door.query) continue
    for (const person of book.plan.people) {
      const words = [...asked.filter((canary) => !canary.reads(person)), ...odd.map((word) => ({ word }))]
      await together(words, sideBySide, async ({ word }) => {
        for (const data of book.plan.size === 'full' && !address.includes('.') ? ['', '.data'] : ['']) {
          const path = `${address}${data}?${door.query}=${encodeURIComponent(word)}`
          const reply = await request(town.port, path, { cookie: town.cookieOf(person.handle) })
          book.requests += 1
          if (reply.status >= 500) book.found('fault', address, person, `${path} answers ${reply.status}`)
          // What was asked for stands on the page itself, so it is taken out before looking.
          const others = canaries.filter((canary) => !word.includes(canary.word))
          for (const canary of foundIn(reply.body, others, person))
            book.found('leak', `search ${address}`, person, canary.where)
          if (reply.body.includes('id="treffer"') && planted.some((canary) => canary.word === word))
            book.found('leak', `search ${address}`, person, `finds something for a private word (${word})`)
        }
      })
    }
  }
}
