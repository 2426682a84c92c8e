// Knows which addresses one may be led back to after signing in: pages of this house, nothing else.

/** The path, when it is one of ours; else null. */
export function wayBack(asked: string | null | undefined): string | null {
  if (!asked || asked.length > 500 || !/^\/(?![/\\])/.test(asked) || /[\\\p{Cc}]/u.test(asked)) return null
  const base = 'https://stimmtisch.invalid'
  if (!URL.canParse(asked, base)) return null
  const url = new URL(asked, base)
  if (url.origin !== base || url.pathname.includes('//')) return null
  if (/^(?:\/en)?\/(?:anmelden|abmelden)(?:\/|$)/.test(url.pathname)) return null
  return url.pathname + url.search + url.hash
}
