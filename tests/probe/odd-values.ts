/** The long list beside the project, tried too where it is there. */
export const listed = 'security/bad-inputs.json'

/** What is always tried. */
export const odd: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '-1',
  '0',
  '1e309',
  'NaN',
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
