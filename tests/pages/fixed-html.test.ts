import { expect, test } from 'vitest'
import { fixedHtml } from '#app/routes/pages/fixed-html.server.ts'

test('headings can be linked to, each by an address of its own', () => {
  const { html, parts } = fixedHtml(
    '## Regel 1: Zur Sache\n\nText.\n\n## Regel 1: Noch einmal\n\n### Teil „A“ & B',
    'de',
  )
  expect(parts).toEqual([
    { id: 'regel-1', title: 'Regel 1: Zur Sache' },
    { id: 'regel-1-2', title: 'Regel 1: Noch einmal' },
  ])
  expect(html).toContain('<h2 id="regel-1">Regel 1: Zur Sache</h2>')
  expect(html).toContain('<h3 id="teil-a-b">')
})

test('links stay in the language of the page', () => {
  expect(fixedHtml('[Hilfe](/hilfe) [dort](https://beispiel.example/?a=1&b=2)', 'en').html).toBe(
    '<p><a href="/en/hilfe">Hilfe</a> <a href="https://beispiel.example/?a=1&amp;b=2">dort</a></p>\n',
  )
})

test('HTML stays text', () => {
  expect(fixedHtml('<script>alert(1)</script> und <b>fett</b>', 'de').html).not.toMatch(/<(script|b)>/)
})
