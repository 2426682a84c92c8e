// The probe's report: everything as JSON, and one table to look at, rows of the house against its people.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Book, type Cell, keyOf } from './book.ts'

export function summaryOf(book: Book, seconds: number): string {
  const { cells, people, doors, topics } = book.plan
  const forms = [...doors.values()].reduce((sum, door) => sum + Object.keys(door.posts ?? {}).length, 0)
  return [
    `${people.length} people, ${doors.size} addresses, ${forms} forms, ${topics.size} topics:`,
    `${book.done.size} of ${cells.size} cells, ${book.requests} requests, ${seconds} s,`,
    `${book.findings.length} findings`,
  ].join(' ')
}

export async function writeReport(folder: string, book: Book, seconds: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  const report = {
    summary: summaryOf(book, seconds),
    people: book.plan.people.map(({ handle, roles }) => ({ handle, roles })),
    cells: [...book.plan.cells].map(([key, cell]) => ({
      cell: key,
      thing: cell.thing?.label ?? null,
      may: cell.may,
      result: book.done.get(key) ?? 'untested',
    })),
    findings: book.findings,
  }
  await writeFile(path.join(folder, 'probe.json'), `${JSON.stringify(report, null, 1)}\n`)
  await writeFile(path.join(folder, 'probe.html'), matrixOf(book, seconds))
}

type Mark = 'open' | 'shut' | 'both' | 'wrong' | 'untested' | 'none'

const signs: Readonly<Record<Mark, string>> = {
  open: '✔',
  shut: '–',
  both: '✔ –',
  wrong: '✘ found',
  untested: '? untested',
  none: '',
}

function matrixOf(book: Book, seconds: number): string {
  const cells = new Map<string, Cell[]>()
  for (const cell of book.plan.cells.values()) {
    const key = `${cell.row} | ${cell.person.handle}`
    cells.set(key, [...(cells.get(key) ?? []), cell])
  }
  const rows = [...new Set([...book.plan.cells.values()].map(({ row }) => row))]
  const { people } = book.plan
  const head = people.map(
    ({ handle, roles }) => `<th scope="col">${handle}<br><small>${roles.join(', ')}</small></th>`,
  )
  const lines = rows.map((row) => {
    const marks = people.map((person) => {
      const mark = markOf(book, cells.get(`${row} | ${person.handle}`) ?? [])
      return `<td class="${mark}">${signs[mark]}</td>`
    })
    return `<tr><th scope="row">${escaped(row)}</th>${marks.join('')}</tr>`
  })
  const found = book.findings.map(
    ({ kind, where, person, what }) =>
      `<li><b>${escaped(kind)}</b> ${escaped(where)}, ${escaped(person)}: ${escaped(what)}</li>`,
  )
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Probe</title>
<style>
body { font: 15px/1.4 sans-serif; margin: 2rem; color: #1c1a17; background: #fbf8f2 }
table { border-collapse: collapse } th, td { border: 1px solid #cfc8ba; padding: .2rem .4rem; text-align: center }
tbody th { text-align: left; font-weight: normal; white-space: nowrap } thead th { position: sticky; top: 0; background: #fbf8f2 }
.open { color: #14633a } .both { color: #14633a } .shut { color: #6b6459 } .wrong, .untested { background: #9d2b1f; color: #fff }
</style>
<h1>Who sees and does what</h1>
<p>${escaped(summaryOf(book, seconds))}. ✔ open to this person and tried, – shut and tried, ✔ – open for some things and shut for others.
Forms are tried by those who may not send them.</p>
${found.length > 0 ? `<h2>Found</h2><ul>${found.join('')}</ul>` : ''}
<table><thead><tr><td></td>${head.join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table>
</html>
`
}

function markOf(book: Book, cells: readonly Cell[]): Mark {
  if (cells.length === 0) return 'none'
  if (cells.some((cell) => book.done.get(keyOf(cell)) === 'wrong')) return 'wrong'
  if (cells.some((cell) => !book.done.has(keyOf(cell)))) return 'untested'
  const open = cells.filter(({ may }) => may).length
  return open === cells.length ? 'open' : open === 0 ? 'shut' : 'both'
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
}
