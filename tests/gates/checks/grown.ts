// Whether the HTML of a text is out of all proportion to it. Pure.

/** HTML of a text may be a multiple of it, and no more; a few words may carry a link each. */
export function isGrown({ text, html }: { readonly text: string; readonly html: string }): boolean {
  return html.length > 20 * text.length + 10_000
}
