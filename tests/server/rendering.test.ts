import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRendering, type Rendering } from '#server/rendering.ts'
import { launchBrowser } from '#tests/browser.ts'
import { isMissing, readReference } from '#tests/reference-data.ts'

let rendering: Rendering
beforeAll(async () => {
  rendering = await openRendering()
})
afterAll(() => rendering.close())

const html = async (markdown: string) => (await rendering.toHtml(markdown)).html.trim()

describe('a text', () => {
  test('keeps its emphasis, its lists and its line breaks', async () => {
    expect(await html('Das **soll** so\nbleiben.')).toBe('<p>Das <strong>soll</strong> so<br>bleiben.</p>')
    expect(await html('3. drei\n4. vier')).toBe('<ol start="3">\n<li>drei</li>\n<li>vier</li>\n</ol>')
    expect(await html('- [x] getan\n- [ ] offen')).toContain('<li>☑ getan</li>')
    expect(await html('|a|b|\n|-|-:|\n|1|2|')).toContain('<th scope="col" align="right">b</th>')
  })

  test('never makes a heading as high as those of the page', async () => {
    expect(await html('# eins\n## zwei\n###### sechs')).toBe('<h3>eins</h3>\n<h4>zwei</h4>\n<h5>sechs</h5>')
    expect(await html('eins\n===')).toBe('<h3>eins</h3>')
  })

  test('shows HTML as it was typed', async () => {
    expect(await html('a <b>fett</b> <script>alert(1)</script> <!-- still -->')).toBe(
      '<p>a &lt;b&gt;fett&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt; &lt;!-- still --&gt;</p>',
    )
    expect(await html('wenn 3 < 5 & 7 > 6')).toBe('<p>wenn 3 &lt; 5 &amp; 7 &gt; 6</p>')
  })

  test('links to the web, to mail and within the town, and to nothing else', async () => {
    const rel = 'rel="nofollow noopener ugc"'
    expect(await html('[a](https://example.org/?a=1&b=2)')).toBe(
      `<p><a href="https://example.org/?a=1&amp;b=2" ${rel}>a</a></p>`,
    )
    expect(await html('[a](/ideen/147 "Titel")')).toBe(`<p><a href="/ideen/147" ${rel}>a</a></p>`)
    expect(await html('amt@example.org')).toBe(
      `<p><a href="mailto:amt@example.org" ${rel}>amt@example.org</a></p>`,
    )
    expect(await html('[a](javascript:alert(1)) [b](data:text/html,x) [c](tel:1)')).toBe('<p>a b c</p>')
    expect(await html('[a](java&#x09;script&colon;alert(1))')).not.toContain('href')
  })

  test('turns a picture from elsewhere into a link, since loading it would tell on the reader', async () => {
    expect(await html('![Plan](https://example.org/plan.png)')).toBe(
      '<p><a href="https://example.org/plan.png" rel="nofollow noopener ugc">Plan</a></p>',
    )
  })

  test('is empty when nothing was written', async () => {
    expect(await html('')).toBe('')
    expect(await html(' \n\n ')).toBe('')
  })
})

describe('a text that would hold up the process', () => {
  test.each([
    ['is too long', 'wort '.repeat(5000)],
    ['would grow beyond measure', `[a]: /${'x'.repeat(250)}\n\n${'[a] '.repeat(900)}`],
    ['quotes a quote a thousand times', '> '.repeat(1000)],
    ['lists within lists without end', '- '.repeat(1000)],
    ['is a table of thousands of cells', `${'|a'.repeat(30)}|\n${'|-'.repeat(30)}|\n${'|\n'.repeat(300)}`],
    ['uses one long definition often', `[a]: ${'x'.repeat(4000)}\n\n${'[a]\n\n'.repeat(300)}`],
    ['is nothing but emphasis', '*a **b '.repeat(600)],
  ])('%s: it stays readable, as plain paragraphs', async (_, text) => {
    const { html, sanitiser } = await rendering.toHtml(text)
    expect(sanitiser).toBe('plain-1')
    expect(html).not.toMatch(/<(?!\/?p>|br>)/)
    expect(html.length).toBeLessThan(6 * text.length)
  })

  test('as plain paragraphs it keeps every sign and every break', async () => {
    const tail = '> '.repeat(20)
    const { html } = await rendering.toHtml(`Erste <b>Zeile</b>\r\nzweite "Zeile"\n \n${tail}ende`)
    expect(html).toBe(
      `<p>Erste &lt;b&gt;Zeile&lt;/b&gt;<br>zweite &quot;Zeile&quot;</p>\n<p>${tail.replaceAll('>', '&gt;')}ende</p>`,
    )
  })

  test('one that takes too long falls back, and the next is rendered again', async () => {
    const hasty = await openRendering({ limitMs: 20 })
    expect((await hasty.toHtml('wort\n\n'.repeat(1400))).sanitiser).toBe('plain-1')
    // On a busy machine even this may once take longer than 20 ms.
    await expect
      .poll(() => hasty.toHtml('*gut*'), { timeout: 20_000 })
      .toEqual({
        html: '<p><em>gut</em></p>\n',
        sanitiser: expect.stringMatching(/^rules-\d+ dompurify-3/),
      })
    await hasty.close()
  })

  test('answers come in the order of the questions, and none after the end', async () => {
    const own = await openRendering()
    const answers = Promise.all(['eins', 'zwei', 'drei'].map((word) => own.toHtml(word)))
    const closing = own.close()
    expect((await answers).map((answer) => answer.html.trim())).toEqual([
      '<p>eins</p>',
      '<p>zwei</p>',
      '<p>drei</p>',
    ])
    await closing
    await expect(own.toHtml('vier')).rejects.toThrow('closed')
  })
})

interface DosCorpus {
  readonly inputs: readonly {
    readonly id: string
    readonly parts?: readonly (readonly [string, number])[]
    readonly payload?: string
  }[]
}

const dos = 'security/markdown-dos.json'
test.skipIf(isMissing(dos))(
  'no text known to stall Markdown parsers holds up the next one for a second',
  async () => {
    const { inputs } = readReference<DosCorpus>(dos)
    const late: string[] = []
    for (const { id, parts = [], payload = '' } of inputs) {
      const text = (payload + parts.map(([piece, times]) => piece.repeat(times)).join('')).slice(0, 20_000)
      const begun = performance.now()
      const { html } = await rendering.toHtml(text)
      if (performance.now() - begun > 1000 || html.length > 20 * text.length + 65_536) late.push(id)
    }
    expect(inputs.length).toBeGreaterThan(50)
    expect(late).toEqual([])
  },
)

interface XssCorpus {
  readonly payloads: readonly { readonly id: string; readonly payload: string }[]
}

const xss = 'security/xss.json'
test.skipIf(isMissing(xss))(
  'no known attack runs in a browser or leaves anything dangerous in the page',
  async () => {
    const { payloads } = readReference<XssCorpus>(xss)
    const rendered: { id: string; html: string }[] = []
    for (const { id, payload } of payloads)
      rendered.push({ id, html: (await rendering.toHtml(payload)).html })

    const browser = await launchBrowser()
    const page = await browser.newPage()
    const town = 'https://town.example/'
    const asked: string[] = []
    await page.route('**', (route) => {
      const address = route.request().url()
      if (address === town) return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
      asked.push(address)
      return route.abort()
    })
    await page.goto(town)
    const found = await page.evaluate(async (texts) => {
      const ran: string[] = []
      let current = ''
      for (const name of ['alert', 'confirm', 'prompt', 'print'] as const)
        window[name] = () => ran.push(current) as never
      const dangerous: string[] = []
      for (const { id, html } of texts) {
        current = id
        document.body.innerHTML = html
        for (const element of document.body.querySelectorAll('*')) {
          const names = element.getAttributeNames()
          const target = element instanceof HTMLAnchorElement && element.href ? element.protocol : 'https:'
          const tag =
            /^(P|BR|HR|H[345]|BLOCKQUOTE|PRE|CODE|STRONG|EM|DEL|A|UL|OL|LI|TABLE|THEAD|TBODY|TR|TH|TD)$/
          if (
            !tag.test(element.tagName) ||
            names.some((attribute) => !['href', 'rel', 'start', 'scope', 'align'].includes(attribute)) ||
            // An address the browser cannot read has no protocol but ':'.
            !['http:', 'https:', 'mailto:', ':'].includes(target)
          ) {
            dangerous.push(`${id}: ${element.outerHTML}`)
          }
        }
        await new Promise((resolve) => setTimeout(resolve))
      }
      return { ran, dangerous }
    }, rendered)
    await browser.close()

    expect(payloads.length).toBeGreaterThan(1000)
    expect(found).toEqual({ ran: [], dangerous: [] })
    expect(asked).toEqual([])
  },
)
