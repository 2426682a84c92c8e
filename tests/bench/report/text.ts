// A table as people read it on a terminal, with whether each aim is met.
import type { Aim, Cell, Table } from '../part.ts'

export function asText(table: Table): string {
  const rows = [table.columns, ...table.rows.map((row) => row.map(cellText))]
  const widths = table.columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
  return [
    table.title,
    ...lines.map((line) => `  ${line}`),
    ...(table.note ? [`  ${table.note}`] : []),
    ...(table.aims ?? []).map((aim) => `  ${aimText(aim)}`),
  ].join('\n')
}

/** Three digits that mean something. */
export function cellText(cell: Cell): string {
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell
  if (Number.isInteger(cell) || Math.abs(cell) >= 1000) return Math.round(cell).toLocaleString('en')
  if (Math.abs(cell) >= 100) return String(Math.round(cell))
  return String(Number(cell.toPrecision(Math.abs(cell) >= 10 ? 3 : 2)))
}

export function isMet({ value, limit, better }: Aim): boolean {
  return better === 'less' ? value <= limit : value >= limit
}

export function aimText(aim: Aim): string {
  const against = `${cellText(aim.value)} ${aim.unit}, aim: at ${aim.better === 'less' ? 'most' : 'least'} ${cellText(aim.limit)}`
  return `${isMet(aim) ? 'met   ' : 'missed'}  ${aim.what}: ${against}`
}
