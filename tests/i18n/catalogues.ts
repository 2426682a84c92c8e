import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One text people read: the file, the key in it (or the line), and the words. */
export type Said = { readonly file: string; readonly key: string; readonly text: string }

const room = 'app/i18n'

export function listChapters(language: string): string[] {
  return readdirSync(join(room, language)).filter((name) => name.endsWith('.json'))
}

export function listPages(language: string): string[] {
  return readdirSync(join(room, 'pages', language)).filter((name) => name.endsWith('.md'))
}

export function readChapter(language: string, chapter: string): Said[] {
  const file = join(room, language, chapter)
  return flatten(JSON.parse(readFileSync(file, 'utf8')), '').map(([key, text]) => ({ file, key, text }))
}

export function readPageText(language: string, page: string): string {
  return readFileSync(join(room, 'pages', language, page), 'utf8')
}

/** A page line by line, without the marks of Markdown and the addresses of its links. */
export function readPageLines(language: string, page: string): Said[] {
  const file = join(room, 'pages', language, page)
  return readPageText(language, page)
    .split('\n')
    .map((line, i) => ({ file, key: `line ${i + 1}`, text: withoutMarks(line) }))
    .filter((said) => said.text !== '')
}

/** `{{name}}` and `{{when, date}}` → name, when */
export function listPlaceholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*-?\s*(\w+)[^}]*\}\}/g)].map((match) => match[1] as string)
}

function withoutMarks(line: string): string {
  return line
    .replace(/^\s*(#+|-|\d+\.)\s+/, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*/g, '')
    .trim()
}

function flatten(tree: unknown, key: string): [string, string][] {
  if (typeof tree === 'string') return [[key, tree]]
  if (typeof tree !== 'object' || tree === null)
    throw new Error(`${key} is neither a text nor a group of texts.`)
  return Object.entries(tree).flatMap(([name, branch]) => flatten(branch, key ? `${key}.${name}` : name))
}
