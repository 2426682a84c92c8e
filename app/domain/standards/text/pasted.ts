// Knows what word processors leave in a text when it is copied, and how the same is written here.

/** Signs that stand for a bullet, those of symbol typefaces included; a bare `o` is one only before a tab. */
const bullets = /^[ \t]*(?:[•·▪◦‣⁃∙●○■□➢✓\uf0a7\uf0b7\uf076\uf0d8\uf0fc][ \t]*|o\t)/u

/** Blanks that only look like blanks go, bullets and numbers become Markdown; quotes and dashes are good type and stay. */
export function cleanPasted(pasted: string): string {
  return pasted
    .replace(/\r\n?|\p{Zl}|\p{Zp}|\v/gu, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\uf0e0/g, '→')
    .split('\n')
    .map((line) =>
      line
        .replace(bullets, '- ')
        .replace(/^[ \t]*(\d{1,3})[.)]\t+/, '$1. ')
        .replace(/\t+/g, ' ')
        .trimEnd(),
    )
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
}
