// The thread that renders. It says 'ready' once the sanitiser has proved itself and 'warm' once it is quick, then answers
// every text it is sent.
import { parentPort } from 'node:worker_threads'
import type { Rendered } from '#app/domain/platform.ts'
import { guard } from './guard.ts'
import { markdownToHtml } from './markdown.ts'
import { openSanitiser } from './sanitise.ts'
import { asPlainParagraphs } from './text.ts'

const { name, sanitise } = openSanitiser()
parentPort?.postMessage('ready')

function render(source: string): Rendered {
  const text = guard(source)
  if (text === null) return asPlainParagraphs(source)
  try {
    const html = markdownToHtml(text)
    if (isTooMuch(source, html)) return asPlainParagraphs(source)
    const safe = sanitise(html)
    return isTooLong(source, safe) ? asPlainParagraphs(source) : { html: safe, sanitiser: name }
  } catch {
    // What the guard does not know yet may still exceed the parser's stack.
    return asPlainParagraphs(source)
  }
}

/** A text may become a multiple of itself and no more, but for a few words that are a link each. */
function isTooLong(source: string, html: string): boolean {
  return html.length > 20 * source.length + 10_000
}

/** The sanitiser takes about a tenth of a millisecond for every element. */
function isTooMuch(source: string, html: string): boolean {
  return isTooLong(source, html) || (html.match(/<[a-z]/g)?.length ?? 0) > 1500
}

// The first texts after a start are slow, since nothing is compiled yet; nobody's text shall be one of them.
for (let round = 0; round < 20; round += 1) {
  render(
    '# Ein *Wort*\n\n- [hier](/ideen), **da** und `dort`\n  - > so\n\n|a|b|\n|-|-|\n|1|2|\n\n1. https://example.org',
  )
}

parentPort?.postMessage('warm')
parentPort?.on('message', (source: string) => parentPort?.postMessage(render(source)))
