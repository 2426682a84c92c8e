// Ours beside the bare machine, a pair of bars for each measure, the longer of a pair at full width.
import type { Bar } from '../part.ts'
import { cellText } from './text.ts'

const width = 780
const left = 310
const most = 300
const pair = 46

export function drawBars(bars: readonly Bar[], caption: string): string {
  const height = 60 + bars.length * pair
  const pairs = bars.map((bar, index) => drawPair(bar, 44 + index * pair)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Stimmtisch beside the bare machine">
<style>text{font:14px system-ui,sans-serif;fill:#222}.quiet{fill:#5a5a5a}.ours{fill:#1f5f8b}.bare{fill:#b9b4a7}.page{fill:#fff}@media(prefers-color-scheme:dark){text{fill:#eee}.quiet{fill:#b5b5b5}.page{fill:#1b1b1b}.ours{fill:#7ab8e0}.bare{fill:#6d695f}}</style>
<rect class="page" width="${width}" height="${height}"/>
<text x="12" y="24">Stimmtisch (dark) beside the bare machine (pale)</text>
${pairs}<text class="quiet" x="12" y="${height - 8}">${written(caption)}</text>
</svg>
`
}

function drawPair({ label, ours, bare, unit }: Bar, top: number): string {
  const longest = Math.max(ours, bare)
  const bar = (value: number, name: string, y: number) =>
    `<rect class="${name}" x="${left}" y="${y}" width="${Math.max(2, Math.round((value / longest) * most))}" height="14"/><text x="${left + Math.max(2, Math.round((value / longest) * most)) + 8}" y="${y + 12}">${cellText(value)} ${written(unit)}</text>`
  return `<text x="12" y="${top + 20}">${written(label)}</text>${bar(ours, 'ours', top)}${bar(bare, 'bare', top + 17)}\n`
}

function written(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
