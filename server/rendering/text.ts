// What the two sides of the rendering thread tell each other, and the form a text takes when it is not rendered.

export interface Rendered {
  readonly html: string
  /** Which rules made the HTML, so that older HTML can be found and made again. */
  readonly sanitiser: string
}

/** A longer text is shown as plain paragraphs. Every form allows less, so nobody meets this limit by writing. */
export const maxCharacters = 20_000

/** The text as it was typed, in paragraphs, without any formatting: safe and cheap whatever it contains. */
export function asPlainParagraphs(text: string): Rendered {
  const paragraphs = withPlainLineEnds(text)
    .split(/\n(?:[ \t]*\n)+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
  const html = paragraphs
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('\n')
  return { html, sanitiser: 'plain-1' }
}

export function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
