/** The same page in another language: German addresses stand bare, every other language puts its code in front. */
export function addressIn(lang: string, path: string): string {
  if (!path.startsWith('/') || path.startsWith('//')) return path
  const bare = bareAddress(path)
  if (lang === 'de') return bare
  return bare === '/'
    ? `/${lang}`
    : bare.startsWith('/?') || bare.startsWith('/#')
      ? `/${lang}${bare.slice(1)}`
      : `/${lang}${bare}`
}

/** The address without its language, as the routes know it. */
export function bareAddress(path: string): string {
  // Two strokes at the beginning would lead to another house.
  const bare = path.replace(/^\/en(?=$|[/?#])/, '').replace(/^\/{2,}/, '/')
  return bare.startsWith('/') ? bare : `/${bare}`
}
