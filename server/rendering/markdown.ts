// Markdown to HTML, before the sanitiser. HTML that somebody typed is shown as typed: nothing vanishes without a word.
import { Marked } from 'marked'
import { escapeHtml } from './text.ts'

export function markdownToHtml(text: string): string {
  return marked.parse(text, { async: false })
}

const marked = new Marked({
  gfm: true,
  breaks: true,
  tokenizer: {
    // No token means: not HTML, go on as text.
    html: () => undefined,
    tag: () => undefined,
  },
  renderer: {
    // A page has its own first and second headings; a text begins below them.
    heading({ tokens, depth }) {
      const level = Math.min(depth + 2, 5)
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`
    },
    link({ href, tokens }) {
      return link(href, this.parser.parseInline(tokens))
    },
    // A picture from elsewhere would tell a stranger who reads the page.
    image({ href, tokens }) {
      const words = this.parser.parseInline(tokens, this.parser.textRenderer)
      return link(href, escapeHtml(words || href))
    },
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    tablecell({ tokens, header, align }) {
      const open = header ? 'th scope="col"' : 'td'
      const aligned = align ? `${open} align="${align}"` : open
      return `<${aligned}>${this.parser.parseInline(tokens)}</${header ? 'th' : 'td'}>\n`
    },
  },
})

/** Web and mail addresses, and places on this site; the sanitiser asks the same again. */
export const linkTarget = /^(?:https?:|mailto:|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i

function link(href: string, words: string): string {
  // Browsers skip spaces and control characters inside an address.
  if (!linkTarget.test(href.replace(/[\p{Cc}\p{Cf}\s]/gu, ''))) return words
  // Quotes and angles are encoded, `&` stays: what was typed as `&amp;` already is HTML.
  return `<a href="${encodeURI(href).replaceAll('%25', '%')}">${words}</a>`
}
