const formats = new Map<string, Intl.NumberFormat>()

/** "2.000", "2,000". Making a format costs far more than using it, and forms say many numbers. */
export function numberIn(lang: string, value: number): string {
  const format = formats.get(lang) ?? new Intl.NumberFormat(lang)
  formats.set(lang, format)
  return format.format(value)
}
