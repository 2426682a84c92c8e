// Makes the fixed pages' Markdown into HTML: our own texts, with the town's words in them as plain text.
import { Marked, type Tokens } from 'marked'
import { addressIn } from '#app/i18n/address.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { headingAnchor } from '#app/i18n/pages.ts'

export interface FixedHtml {
  readonly html: string
  /** The page's parts, for its table of contents. */
  readonly parts: readonly { readonly id: string; readonly title: string }[]
}

/** HTML in the text stays text, links stay in the language of the page, every heading has an address. */
export function fixedHtml(markdown: string, lang: Lang): FixedHtml {
  const parts: { id: string; title: string }[] = []
  const ids = new Map<string, number>()
  const idOf = (title: string) => {
    const anchor = headingAnchor(title) || 'teil'
    const times = (ids.get(anchor) ?? 0) + 1
    ids.set(anchor, times)
    return times === 1 ? anchor : `${anchor}-${times}`
  }
  const marked = new Marked({
    tokenizer: { html: () => undefined, tag: () => undefined },
    renderer: {
      heading({ tokens, depth }: Tokens.Heading) {
        const words = this.parser.parseInline(tokens)
        const title = this.parser.parseInline(tokens, this.parser.textRenderer)
        const id = idOf(title)
        if (depth === 2) parts.push({ id, title: asText(title) })
        return `<h${depth} id="${id}">${words}</h${depth}>\n`
      },
      link({ href, tokens }: Tokens.Link) {
        return `<a href="${attribute(addressIn(lang, href))}">${this.parser.parseInline(tokens)}</a>`
      },
    },
  })
  return { html: marked.parse(markdown, { async: false }), parts }
}

/** The parser gives text ready for HTML; React writes it once more. */
function asText(html: string): string {
  const signs: Record<string, string> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  }
  return html.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => signs[sign] ?? sign)
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
