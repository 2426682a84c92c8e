// Names that mean something to the language mean nothing to us; a field nobody asked for gives nobody a right and is kept
// nowhere.
import type { Book } from './book.ts'
import { sideBySide, together } from './http.ts'
import { judge, type OddTarget, send } from './odd-target.ts'
import type { Town } from './town.ts'

/** What a row has that no form asks for. Some of these names mean something to some forms, so they come by themselves. */
const columns: readonly (readonly string[])[] = [
  [
    'id',
    'createdAt',
    'hidden',
    'hiddenAt',
    'authorId',
    'accountId',
    'byId',
    'number',
    'role',
    'handle',
    'mail',
  ],
  ['state', 'version', 'kind', 'slug', 'secretHash', 'publishedAt', 'deletedAt', 'official'],
]
const mark = 'KANARIE-FELD-4471'

export async function sendOddNames(town: Town, book: Book, targets: readonly OddTarget[]): Promise<void> {
  const operators = () =>
    town.rows<{ accountId: string }>(`select "accountId" from appointment where role = 'operator'`).length
  const before = operators()
  await together(targets, sideBySide, async (target) => {
    const own = new Set(target.form.parts.map(({ name }) => name))
    const more = (names: readonly string[], value: string) =>
      Object.fromEntries(names.filter((name) => !own.has(name)).map((name) => [name, value]))
    const language = more(['__proto__', '__proto__[admin]', 'constructor', 'role', 'authorId'], 'operator')
    judge(book, target, await send(town, target, language), 'names nobody asked for')
    for (const names of columns)
      judge(book, target, await send(town, target, more(names, mark)), 'columns nobody asked for')
    const [first] = target.form.parts
    if (!first) return
    const thrice = { [first.name]: ['a', 'b', 'c'] }
    judge(book, target, await send(town, target, thrice), `${first.name} three times`)
  })
  if (operators() !== before)
    book.found('done', 'appointment', null, 'a field nobody asked for gave an office')
  for (const { table, column } of columnsOf(town))
    if (town.rows(`select 1 from "${table}" where instr("${column}", ?) > 0 limit 1`, mark).length > 0)
      book.found('done', `${table}.${column}`, null, 'keeps what a field nobody asked for held')
}

function columnsOf(town: Town): readonly { readonly table: string; readonly column: string }[] {
  return town.rows(
    `select t.name as "table", c.name as "column" from sqlite_master t, pragma_table_info(t.name) c
     where t.type = 'table' and t.sql not like 'create virtual%' and t.name not like 'sqlite%'`,
  )
}
