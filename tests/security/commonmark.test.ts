// The examples of CommonMark: where the parser by itself gives what the specification says, our rules around it lose no word
// and no structure. Headings begin lower, line ends break, HTML stands as typed and pictures become links, on purpose.
import { Marked } from 'marked'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkTarget } from '#server/rendering/markdown.ts'
import { openRendering, type Rendering } from '#server/rendering.ts'
import { isMissing, readReference } from '#tests/reference-data.ts'

interface Example {
  readonly markdown: string
  readonly html: string
  readonly example: number
  readonly section: string
}

let rendering: Rendering
beforeAll(async () => {
  rendering = await openRendering()
})
afterAll(() => rendering.close())

const plain = new Marked({ gfm: true })

/** Which elements stand where and where links lead, with the words between them. */
function shapeOf(html: string): string {
  return (
    html
      .replace(/<(h)([1-6])>/g, (_, __, depth) => `<h${Math.min(Number(depth) + 2, 5)}>`)
      .replace(/<br ?\/?>\n?/g, '\n')
      .replace(
        /<img src="([^"]*)" alt="([^"]*)"[^>]*>/g,
        (_, to, words) => `<a href="${to}">${words || to}</a>`,
      )
      .replace(/<\/[^>]*>/g, '')
      // To the web, to mail and within the town; another target is left out on purpose.
      .replace(/<a [^>]*?href="([^"]*)"[^>]*>/g, (_, to) =>
        linkTarget.test(to) ? `<a→${to.replaceAll('&amp;', '&')}>` : '',
      )
      .replace(/<(\w+)(?!→)\b[^>→]*>/g, '<$1>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&nbsp;|\u00a0/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/ ?(<\w+(?:→[^>]*)?>) ?/g, '$1')
      .trim()
  )
}

const autolink = /<[a-z][\w+.-]*:[^\s<>]*>|<[^\s<>@]+@[^\s<>@]+>/gi

function ourShape(html: string): string {
  return shapeOf(html.replace(/<(\/?)h([345])>/g, (_, end, depth) => `<${end}h${Number(depth) - 2}>`))
}

const file = 'security/commonmark-spec.json'
test.skipIf(isMissing(file))(
  `the examples of ${file} come out no worse than from the parser itself`,
  async () => {
    const { examples } = readReference<{ examples: readonly Example[] }>(file)
    const worse: string[] = []
    let compared = 0
    for (const { markdown, html, example } of examples) {
      // A link without an address leads nowhere and is none.
      if (
        html.includes('href=""') ||
        /<[a-z!?/]/i.test(markdown.replace(autolink, '')) ||
        shapeOf(plain.parse(markdown, { async: false })) !== shapeOf(html)
      )
        continue
      compared++
      const ours = await rendering.toHtml(markdown)
      if (ourShape(ours.html) !== shapeOf(html))
        worse.push(`${example}: ${JSON.stringify(markdown)} → ${ours.html}`)
    }
    expect(compared).toBeGreaterThan(260)
    expect(worse).toEqual([])
  },
)
