// Knows what office programs put between words and nobody typed: soft hyphens, odd blanks, marks without width.

/**
 * The same words without what only a page needs to break its lines. Quotation marks, dashes and dots stay as they were
 * set: they are part of how somebody writes.
 */
export function tidyWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff\ufffc]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/(\S) {2,}(?=\S)/g, '$1 ')
    .replace(/ +$/gm, '')
}
