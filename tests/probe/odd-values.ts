import { isMissing, readReference } from '#tests/reference-data.ts'

/** The long list beside the project, tried too where it is there. */
const listed = 'security/bad-inputs.json'

/** What is always tried. */
const odd: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '-1',
  '0',
  '1e309',
  'NaN',
  '9999999999',
  '9999999999999999999999',
  '2027-02-30',
  '0000-00-00',
  '<script>alert(1)</script>',
  "' or 1=1 --",
  '{{7*7}}$(id)',
  '../../etc/passwd',
  'a@b\r\nBcc: c@d',
  '=HYPERLINK("http://x")',
  '\u202eabc',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L',
  'ﷺ'.repeat(200),
  'ä'.normalize('NFD').repeat(3000),
  'x'.repeat(70_000),
  '[object Object]',
  '__proto__',
  'constructor',
]

interface Listed {
  readonly inputs: readonly { readonly class: string; readonly value: unknown }[]
}

/** By class: each of our own is one by itself, the list beside the project has some forty with many values each. */
export function oddClasses(): readonly (readonly string[])[] {
  const classes = new Map<string, string[]>()
  if (!isMissing(listed))
    for (const { class: kind, value } of readReference<Listed>(listed).inputs)
      classes.set(kind, [
        ...(classes.get(kind) ?? []),
        typeof value === 'string' ? value : JSON.stringify(value),
      ])
  return [...odd.map((value) => [value]), ...classes.values()]
}
