import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { cleanPasted } from '#app/domain/standards/text/pasted.ts'
import { markdownOf } from '#app/live/workshop/pasted-page.ts'

const read = (html: string) => markdownOf(new JSDOM(html).window.document.body)

test('blanks, bullets and numbers of word processors become plain Markdown; good type stays', () => {
  expect(cleanPasted('§\u00a03\u202fAbs.\u200b 2\r\n\u00ad')).toBe('§ 3 Abs. 2\n')
  expect(cleanPasted('•\tSchlüssel\n·\u00a0Licht\n\uf0b7 Fenster\no\tTür\n1)\tHerd\n2.\tWasser')).toBe(
    '- Schlüssel\n- Licht\n- Fenster\n- Tür\n1. Herd\n2. Wasser',
  )
  const fine = '„Ja“, sagte sie – und ging.\n\n- Punkt\n\n1. Erstens\n\n**fett** *schräg*'
  expect(cleanPasted(fine)).toBe(fine)
  expect(cleanPasted('a\n\n\n\nb   \nc')).toBe('a\n\nb\nc')
})

test('a page keeps its meaning: lists in lists, links, headings, bold words; scripts and styles are gone', () => {
  expect(
    read(`<h2>Räume</h2><p>Siehe <a href="https://hattingen.de/raum">die Liste</a> und
      <a href="javascript:alert(1)">das</a>.</p><ul><li>Groß<ol><li>eins</li><li>zwei</li></ol></li><li>Klein</li></ul>
      <script>alert(1)</script><style>p{}</style><p><b style="font-weight:normal">nicht <i>fett </i></b><span
      style="font-weight:700">fett</span></p><table><tr><td>Saal</td><td>80 Plätze</td></tr></table>`),
  ).toBe(
    '### Räume\n\nSiehe [die Liste](https://hattingen.de/raum) und das.\n\n- Groß\n  1. eins\n  2. zwei\n- Klein\n\nnicht *fett* **fett**\n\nSaal – 80 Plätze',
  )
  expect(
    read(
      '<p class="MsoListParagraph" style="mso-list:l0 level2"><span style="mso-list:Ignore">3.<span>&nbsp;</span></span>Drei</p>',
    ),
  ).toBe('3. Drei')
  expect(read('')).toBe('')
})
