// Knows how a written draft falls into sections and clauses: its headings open sections, its paragraphs are clauses.
import { standardLimits } from '../standards.form.ts'
import { tidyWords } from './tidy.ts'

export interface DraftSection {
  readonly title: string
  readonly clauses: readonly string[]
}

export interface Outline {
  readonly sections: readonly DraftSection[]
  /** What stands in the way, each with the words it is about. */
  readonly problems: readonly OutlineProblem[]
}

export interface OutlineProblem {
  readonly what:
    | 'nothing'
    | 'no-heading'
    | 'title-length'
    | 'clause-length'
    | 'too-many-sections'
    | 'too-many-clauses'
  readonly words: string
}

export const outlineLimits = { sections: 60, clauses: 500, characters: 300_000 } as const

/**
 * A draft in sections and clauses. One heading of the highest level above all others is the title of the whole and no
 * section. Headings below sections stand before their clause. A list belongs to the sentence before it. Numbers such
 * as `3.2` before a heading or a paragraph go: the house counts itself.
 */
export function outlineOf(written: string): Outline {
  const blocks = blocksOf(tidyWords(written).slice(0, outlineLimits.characters))
  const headings = blocks.filter((block) => block.depth > 0)
  const least = Math.min(...headings.map(({ depth }) => depth))
  const titled =
    headings.length > 1 &&
    blocks[0]?.depth === least &&
    headings.filter(({ depth }) => depth === least).length === 1
  const body = titled ? blocks.slice(1) : blocks
  const level = Math.min(...body.filter(({ depth }) => depth > 0).map(({ depth }) => depth))
  const sections: { title: string; clauses: string[] }[] = []
  let stray = ''
  let above: string | null = null
  for (const { depth, text } of body) {
    const section = sections.at(-1)
    if (depth > 0 && depth <= level) {
      sections.push({ title: titleOf(text), clauses: [] })
      above = null
    } else if (depth > 0) {
      above = `**${titleOf(text)}**`
    } else if (!section) {
      stray ||= text
    } else {
      const last = section.clauses.length - 1
      const lead = section.clauses[last]
      if (above === null && lead !== undefined && startsList(text) && !startsList(lead)) {
        section.clauses[last] = `${lead}\n\n${text}`
      } else {
        section.clauses.push(above === null ? unnumbered(text) : `${above}\n\n${unnumbered(text)}`)
      }
      above = null
    }
  }
  return { sections, problems: problemsOf(sections, stray) }
}

interface WrittenBlock {
  /** 1 to 6 for a heading, 0 for other words. */
  readonly depth: number
  readonly text: string
}

function blocksOf(text: string): readonly WrittenBlock[] {
  const blocks: WrittenBlock[] = []
  let lines: string[] = []
  const end = () => {
    const words = lines.join('\n').trim()
    if (words !== '') blocks.push({ depth: 0, text: words })
    lines = []
  }
  for (const line of text.split('\n')) {
    const heading = /^(#{1,6})[ ]+(.*?)[ ]*#*$/.exec(line)
    if (heading) {
      end()
      blocks.push({ depth: heading[1]?.length ?? 1, text: heading[2] ?? '' })
    } else if (line.trim() === '') {
      end()
    } else {
      lines.push(line)
    }
  }
  end()
  return blocks
}

function startsList(text: string): boolean {
  return /^(?:[-*+]|\d{1,3}[.)]) /.test(text)
}

/** '3.2 Wer …', '**3.2** Wer …', '(2) Wer …'. A list keeps its numbers, and so does '24 Stunden vorher'. */
function unnumbered(text: string): string {
  return startsList(text)
    ? text
    : text.replace(
        /^(?:\*\*\d{1,3}(?:\.\d{1,3})*\.?(?: \*\*|\*\*[ \n])|\d{1,3}(?:\.\d{1,3})+\.?[ \n]|\(\d{1,3}\)[ \n])[ \n]*(?=\S)/,
        '',
      )
}

/** '1 Räume', '§ 4 Räume', 'Abschnitt 3: Räume'. */
function titleOf(heading: string): string {
  return heading.replace(/^(?:(?:Abschnitt|Section|§) ?)?\d{1,3}(?:\.\d{1,3})*[.:)]? +(?=\S)/i, '').trim()
}

function problemsOf(sections: readonly DraftSection[], stray: string): readonly OutlineProblem[] {
  const problems: OutlineProblem[] = []
  const { sectionTitle, clause } = standardLimits
  const all = sections.flatMap(({ clauses }) => clauses)
  if (sections.length === 0 && stray === '') problems.push({ what: 'nothing', words: '' })
  else if (stray !== '') problems.push({ what: 'no-heading', words: start(stray) })
  if (sections.length > outlineLimits.sections) problems.push({ what: 'too-many-sections', words: '' })
  if (all.length > outlineLimits.clauses) problems.push({ what: 'too-many-clauses', words: '' })
  for (const { title } of sections) {
    if (title.length < sectionTitle.min || title.length > sectionTitle.max) {
      problems.push({ what: 'title-length', words: start(title) })
    }
  }
  for (const text of all) {
    if (text.length < clause.min || text.length > clause.max) {
      problems.push({ what: 'clause-length', words: start(text) })
    }
  }
  return problems.slice(0, 20)
}

function start(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)} …` : text
}
