// What a word processor or a web page puts on the clipboard, as Markdown: its meaning stays, its look goes.
import { cleanPasted } from '#app/domain/standards/text/pasted.ts'

const elementNode = 1
const textNode = 3
const skipped = /^(style|script|meta|link|title|template|svg|object|iframe)$/
const blocks =
  /^(p|div|h[1-6]|ul|ol|li|table|thead|tbody|tfoot|tr|blockquote|pre|section|article|header|footer|main|figure|dl|dt|dd)$/

/** `body` of a document that was only read, never shown: nothing in it runs. */
export function markdownOf(body: Element): string {
  return cleanPasted(blocksIn(body, 0).replace(/[ \t]+\n/g, '\n')).trim()
}

function blocksIn(node: Element, depth: number): string {
  let written = ''
  let line = ''
  const end = () => {
    if (line.trim() !== '') written += `${line.trim()}\n\n`
    line = ''
  }
  for (const child of node.childNodes) {
    if (child.nodeType === elementNode && blocks.test(nameOf(child as Element))) {
      end()
      written += block(child as Element, depth)
    } else line += inline(child)
  }
  end()
  return written
}

function block(element: Element, depth: number): string {
  const name = nameOf(element)
  if (/^h[1-6]$/.test(name)) return `### ${wordsIn(element)}\n\n`
  if (name === 'ul' || name === 'ol') return `${list(element, name === 'ol', depth)}\n`
  if (name === 'tr')
    return `${[...element.children]
      .map((cell) => wordsIn(cell))
      .filter(Boolean)
      .join(' – ')}\n\n`
  if (/\bMsoList/.test(element.className)) return officeItem(element)
  return blocksIn(element, depth)
}

function list(element: Element, ordered: boolean, depth: number): string {
  let number = 0
  let written = ''
  for (const item of element.children) {
    if (/^(ul|ol)$/.test(nameOf(item))) {
      written += list(item, nameOf(item) === 'ol', depth + 1)
      continue
    }
    number += 1
    const inner = [...item.children].filter((child) => /^(ul|ol)$/.test(nameOf(child)))
    const words = [...item.childNodes]
      .filter((child) => !inner.includes(child as Element))
      .map((child) => inline(child))
      .join('')
    written += `${'  '.repeat(depth)}${ordered ? `${number}.` : '-'} ${oneLine(words)}\n`
    for (const child of inner) written += list(child, nameOf(child) === 'ol', depth + 1)
  }
  return written
}

/** Word has no lists on the clipboard, only paragraphs that look like items; the bullet is a word to be ignored. */
function officeItem(element: Element): string {
  const style = element.getAttribute('style') ?? ''
  const level = Number(/level(\d)/.exec(style)?.[1] ?? 1)
  const mark = [...element.querySelectorAll('[style*="mso-list"]')].find((one) =>
    /mso-list:\s*ignore/i.test(one.getAttribute('style') ?? ''),
  )
  const number = /^\s*(\d{1,3})[.)]/.exec(mark?.textContent ?? '')?.[1]
  const words = [...element.childNodes].map((child) => inline(child, mark)).join('')
  return `${'  '.repeat(level - 1)}${number ? `${number}.` : '-'} ${oneLine(words)}\n`
}

function inline(node: Node, without?: Element): string {
  if (node === without) return ''
  if (node.nodeType === textNode) return (node.textContent ?? '').replace(/\s+/g, ' ')
  if (node.nodeType !== elementNode) return ''
  const element = node as Element
  const name = nameOf(element)
  if (skipped.test(name)) return ''
  if (name === 'br') return '\n'
  const inner = [...element.childNodes].map((child) => inline(child, without)).join('')
  if (inner.trim() === '') return inner
  const style = element.getAttribute('style') ?? ''
  const address = element.getAttribute('href') ?? ''
  if (name === 'a' && /^(https?:|mailto:)/i.test(address)) return `[${inner}](${address})`
  if (/(^|[;\s])font-weight:\s*(bold|[6-9]00)/.test(style)) return around('**', inner)
  if ((name === 'b' || name === 'strong') && !/(^|[;\s])font-weight:\s*normal/.test(style))
    return around('**', inner)
  if (name === 'i' || name === 'em') return around('*', inner)
  return inner
}

/** Markdown wants its stars at the words, not at the blanks around them. */
function around(stars: string, words: string): string {
  const [, before, inner, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? []
  return `${before}${stars}${inner}${stars}${after}`
}

function wordsIn(element: Element): string {
  return oneLine([...element.childNodes].map((child) => inline(child)).join(''))
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

function nameOf(element: Element): string {
  return element.nodeName.toLowerCase()
}
