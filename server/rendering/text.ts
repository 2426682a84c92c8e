// The form a text takes when it is not rendered.
import type { Rendered } from '#app/domain/platform.ts'

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
