// Reads a file as strictly as an office program: well-formed, every part announced, every relation leading somewhere.
import { strFromU8, unzipSync } from 'fflate'
import { JSDOM } from 'jsdom'

export interface OfficeFile {
  /** The main part as it stands in the file. */
  readonly page: string
  /** Paragraphs with tracked changes: their words when all are refused, and when all are accepted. */
  readonly changed: readonly { readonly before: string; readonly after: string }[]
}

/** Throws with a sentence where an office program would offer to repair the file. */
export function readStrictly(file: Uint8Array): OfficeFile {
  const parts = unzipSync(file)
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'))
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const open = (name: string) => new JSDOM(text(name), { contentType: 'application/xml' }).window.document
  const types = open('[Content_Types].xml')
  const announced = (name: string) =>
    [...types.querySelectorAll('Override')].some((one) => one.getAttribute('PartName') === `/${name}`) ||
    [...types.querySelectorAll('Default')].some((one) => name.endsWith(`.${one.getAttribute('Extension')}`))
  for (const one of types.querySelectorAll('Override')) {
    const name = one.getAttribute('PartName')?.slice(1) ?? ''
    if (!names.includes(name)) throw new Error(`'${name}' is announced and not there.`)
  }
  for (const name of names) {
    if (!announced(name) && name !== '[Content_Types].xml') throw new Error(`'${name}' has no type.`)
    if (/\.(xml|rels)$/.test(name)) open(name)
    if (!name.endsWith('.rels')) continue
    const folder = name.replace(/_rels\/[^/]*$/, '')
    for (const relation of open(name).querySelectorAll('Relationship')) {
      if (relation.getAttribute('TargetMode') === 'External') continue
      const target = relation.getAttribute('Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : folder + target
      if (!names.includes(path)) throw new Error(`${name} leads to '${path}', which is not there.`)
    }
  }
  const page = open('word/document.xml')
  const changes = [...page.getElementsByTagName('w:ins'), ...page.getElementsByTagName('w:del')]
  const ids = changes.map((change) => change.getAttribute('w:id'))
  if (new Set(ids).size !== ids.length) throw new Error('Two changes have one number.')
  for (const change of changes) {
    if (!change.getAttribute('w:author')) throw new Error('A change has no author.')
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(change.getAttribute('w:date') ?? ''))
      throw new Error(`A change has the day '${change.getAttribute('w:date')}'.`)
    const other = change.tagName === 'w:del' ? 'w:t' : 'w:delText'
    if (change.getElementsByTagName(other).length > 0) throw new Error(`${change.tagName} holds ${other}.`)
  }
  const changed = [...page.getElementsByTagName('w:p')].filter(
    (one) => one.getElementsByTagName('w:ins').length + one.getElementsByTagName('w:del').length > 0,
  )
  return {
    page: text('word/document.xml'),
    changed: changed.map((paragraph) => ({
      before: wordsIn(paragraph, 'ins'),
      after: wordsIn(paragraph, 'del'),
    })),
  }
}

/** The words of a paragraph without those in changes of this kind; a break is a line end. */
function wordsIn(paragraph: Element, without: 'ins' | 'del'): string {
  return [...paragraph.getElementsByTagName('*')]
    .filter((one) => one.closest(without) === null)
    .map(({ tagName, textContent }) =>
      tagName === 'w:br' ? '\n' : tagName === 'w:t' || tagName === 'w:delText' ? (textContent ?? '') : '',
    )
    .join('')
}
