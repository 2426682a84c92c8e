// One text of each class of odd values, sent as somebody's own words: it comes back letter for letter, or it was refused.
import type { Book } from './book.ts'
import { formsOf } from './forms.ts'
import { request } from './http.ts'
import { judge, type OddTarget, send } from './odd-target.ts'
import { oddClasses } from './odd-values.ts'
import type { Town } from './town.ts'

export async function sendOddTexts(town: Town, book: Book, targets: readonly OddTarget[]): Promise<void> {
  const target = targets.find(
    ({ key, form }) => key === 'contribute' && form.parts.some(({ name }) => name === 'text'),
  )
  if (!target) return
  let kept = 0
  for (const [place, [value = '']] of oddClasses().entries()) {
    const typed = `Probe ${place}: ${value}`
    const what = `text = ${JSON.stringify(typed.slice(0, 60))}`
    const reply = await send(town, target, { text: typed })
    judge(book, target, reply, what)
    if (reply.status >= 400) continue
    const [row] = town.rows<{ publicNumber: number; text: string }>(
      'select "publicNumber", "text" from "contribution" order by "publicNumber" desc limit 1',
    )
    const shown = row && (await textShown(town, target, row.publicNumber))
    kept += 1
    if (row?.text !== plain(typed) || shown !== row.text)
      book.found(
        'changed',
        target.row,
        target.person,
        `${what} comes back as ${JSON.stringify(shown?.slice(0, 60))}`,
      )
  }
  if (kept < 20) book.found('unproven', target.row, target.person, `only ${kept} odd texts were taken`)
}

/** As its author meets it when changing it. */
async function textShown(town: Town, { person }: OddTarget, number: number): Promise<string | undefined> {
  const page = await request(town.port, `/beitraege/${number}/aendern`, {
    cookie: town.cookieOf(person.handle),
  })
  return formsOf(page.body)
    .flatMap(({ parts }) => parts)
    .find(({ name }) => name === 'text')?.value
}

/** Composed, in whole signs, with one kind of line end; what nobody sees is left out, as is space around it. */
function plain(typed: string): string {
  return Buffer.from(typed)
    .toString('utf8')
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/(?![\n\t])[\p{Cc}\u2028\u2029\ufeff]/gu, '')
    .trim()
}
