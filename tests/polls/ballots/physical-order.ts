// Reads an SQLite file as a thief would: not what it says, but where in its pages things lie. A page fills from its end,
// so what lies further back came earlier.
import { readFileSync } from 'node:fs'
import BetterSqlite from 'better-sqlite3'

/** One text column of all rows of a table, in the order in which they were written as far as the file tells. */
export function physicalOrder(file: string, table: string, column: number): readonly string[] {
  const db = new BetterSqlite(file, { readonly: true })
  const root = db.prepare('select rootpage from sqlite_master where name = ?').pluck().get(table) as number
  const pageSize = db.pragma('page_size', { simple: true }) as number
  db.close()
  const bytes = readFileSync(file)
  const byPage = new Map<number, { readonly offset: number; readonly text: string }[]>()
  readPage(root)
  return [...byPage.values()].flatMap((cells) =>
    cells.sort((a, b) => b.offset - a.offset).map(({ text }) => text),
  )

  function readPage(page: number): void {
    const start = (page - 1) * pageSize
    const head = start + (page === 1 ? 100 : 0)
    const kind = bytes[head]
    const inner = kind === 2 || kind === 5
    const cells = bytes.readUInt16BE(head + 3)
    for (let cell = 0; cell < cells; cell++) {
      const offset = bytes.readUInt16BE(head + (inner ? 12 : 8) + 2 * cell)
      const at = start + offset
      if (inner) readPage(bytes.readUInt32BE(at))
      if (kind === 5) continue
      // Before the record stand the child page (2), its length, and the row's number (13).
      let record = at + (kind === 2 ? 4 : 0)
      record += varint(record).length
      if (kind === 13) record += varint(record).length
      const text = textIn(record)
      byPage.set(page, [...(byPage.get(page) ?? []), { offset, text }])
    }
    if (inner) readPage(bytes.readUInt32BE(head + 8))
  }

  function textIn(record: number): string {
    const header = varint(record)
    let type = record + header.length
    let value = record + header.value
    for (let at = 0; type < record + header.value; at++) {
      const serial = varint(type)
      type += serial.length
      const length = lengthOf(serial.value)
      if (at === column) return bytes.toString('utf8', value, value + length)
      value += length
    }
    throw new RangeError(`The record has no column ${column}.`)
  }

  function varint(at: number): { readonly value: number; readonly length: number } {
    let value = 0
    for (let length = 1; ; length++) {
      const byte = bytes[at + length - 1] ?? 0
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return { value, length }
    }
  }
}

function lengthOf(serial: number): number {
  if (serial >= 12) return Math.floor((serial - 12) / 2)
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][serial] ?? 0
}
