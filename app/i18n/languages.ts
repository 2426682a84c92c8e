// The languages the house speaks whole. German is the source; its addresses stand bare, others put their code in front.
export const languages = ['de', 'en'] as const
export type Lang = (typeof languages)[number]

export function languageOf(pathname: string): Lang {
  return (
    languages.find(
      (lang) => lang !== 'de' && (pathname === `/${lang}` || pathname.startsWith(`/${lang}/`)),
    ) ?? 'de'
  )
}

export function isLang(value: string): value is Lang {
  return languages.some((lang) => lang === value)
}
