// Odd values in every field of the forms people meet, as a browser without scripts sends them. Needs `npm run build` first.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { databases } from '#tests/databases.ts'
import { fillTown } from '#tests/pages/lively-town.ts'
import { filled, formsOf, keysOf, type PageForm } from '#tests/probe/forms.ts'
import { isMissing, readReference } from '#tests/reference-data.ts'
import { openSite, type Site } from '#tests/site.ts'

let site: Site
let people: Readonly<Record<string, string | null>>

interface Target {
  readonly who: string
  readonly page: string
  readonly form: PageForm
  readonly key: string
  readonly field: string
}

let targets: readonly Target[]

beforeAll(async () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('There is no database to test on.')
  site = await openSite(sqlite)
  // A thousand values would meet the limits, which are tested by themselves.
  Object.assign(site.platform, { allow: () => Promise.resolve(true) })
  const { renate, moderator, office, ideas } = await fillTown(site)
  const operator = await site.person('Nadine Betrieb', { role: 'operator' })
  const cookies = async (who: Readonly<Record<string, Actor>>) =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(who).map(async ([name, actor]) => [name, await site.cookie(actor)] as const),
      ),
    )
  people = { guest: null, ...(await cookies({ renate, moderator, office, operator })) }
  targets = await collect([
    ['guest', '/ideen/neu'],
    ['guest', '/anmelden'],
    ['guest', '/melden'],
    ['guest', '/melden?art=barriere'],
    ['guest', '/ideen/verfolgen'],
    ['renate', `/ideen/${ideas.fee}`],
    ['renate', `/ideen/${ideas.rooms}/bearbeiten`],
    ['renate', '/konto'],
    ['renate', '/konto/adresse'],
    ['renate', '/konto/post'],
    ['renate', '/konto/loeschen'],
    ['moderator', `/ideen/${ideas.rooms}`],
    ['moderator', `/moderation/massnahme?adresse=/ideen/${ideas.rooms}`],
    ['moderator', '/ideen/eintragen'],
    ['office', `/ideen/${ideas.fee}/antwort`],
    ['operator', '/betrieb'],
    ['operator', '/betrieb/stadt'],
    ['operator', '/betrieb/gremien'],
  ])
})
afterAll(() => site.close())

async function collect(pages: readonly (readonly [who: string, page: string])[]): Promise<readonly Target[]> {
  const found: Target[] = []
  for (const [who, page] of pages) {
    const shown = await fetch(site.baseUrl + page, { headers: headersOf(who) })
    expect(shown.status, `${who} ${page}`).toBe(200)
    for (const form of formsOf(await shown.text())) {
      if (/abmelden|loeschen.*erase/.test(form.action)) continue
      for (const key of keysOf(form)) {
        // Ending sessions would sign the tester out.
        if (/^end-/.test(key)) continue
        for (const { name } of form.parts) found.push({ who, page, form, key, field: name })
      }
    }
  }
  return found
}

function headersOf(who: string): Record<string, string> {
  const cookie = people?.[who]
  return { ...(cookie ? { cookie } : {}), origin: site.baseUrl }
}

async function post({ who, page, form, key, field }: Target, value: string | readonly string[]) {
  const answer = await fetch(site.baseUrl + (form.action || page), {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headersOf(who), 'content-type': 'application/x-www-form-urlencoded' },
    body: filled(form, key, { [field]: value }),
  })
  return { status: answer.status, text: await answer.text() }
}

/** What is always tried; the long list beside the project is tried too where it is there. */
const odd = [
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

async function tryAll(values: readonly string[], each: 'field' | 'value'): Promise<readonly string[]> {
  const wrong: string[] = []
  const tries =
    each === 'field'
      ? targets.flatMap((target) => values.map((value) => [target, value] as const))
      : values.map((value, place) => [targets[place % targets.length] as Target, value] as const)
  for (const [target, value] of tries) {
    const { status, text } = await post(target, value)
    const what = `${target.page} ${target.key} ${target.field} ${JSON.stringify(value.slice(0, 60))}`
    if (status >= 500) wrong.push(`${status} ${what}`)
    else if (status >= 400 && !saysSomething(text)) wrong.push(`${status} without a sentence: ${what}`)
  }
  return wrong
}

/** A page with a notice, or a sentence by itself. */
function saysSomething(text: string): boolean {
  const plain = text.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ')
  return /role="alert"|<h1/.test(text) || /\p{L}[^<>]{10,}[.!?]/u.test(plain)
}

test('no odd value breaks a form, and what is refused gets a sentence', async () => {
  expect(targets.length).toBeGreaterThan(60)
  const some = targets.filter((_, place) => place % 3 === 0)
  const values = odd.filter((_, place) => place % 2 === 0)
  const rest = odd.filter((_, place) => place % 2 === 1)
  expect(some.length * values.length).toBeGreaterThan(200)
  expect(await tryAll([...odd, ...odd, ...odd, ...rest, ...values], 'value')).toEqual([])
}, 120_000)

test('names of fields that mean something to the language mean nothing to us', async () => {
  const wrong: string[] = []
  const seen = new Set<string>()
  for (const target of targets) {
    const name = `${target.page} ${target.key}`
    if (seen.has(name)) continue
    seen.add(name)
    for (const field of ['__proto__', '__proto__[admin]', 'role', 'authorId']) {
      const { status } = await post({ ...target, field }, 'operator')
      if (status >= 500) wrong.push(`${status} ${name} ${field}`)
    }
    const { status } = await post(target, ['a', 'b', 'c'])
    if (status >= 500) wrong.push(`${status} ${name} three times ${target.field}`)
  }
  expect(wrong).toEqual([])
  expect(({} as Record<string, unknown>).admin).toBeUndefined()
  const roles = await site.platform.database.read.selectFrom('appointment').select('role').execute()
  expect(roles.filter(({ role }) => role === 'operator')).toHaveLength(1)
}, 120_000)

const file = 'security/bad-inputs.json'
test.skipIf(isMissing(file))(
  `every value of ${file} finds a field and breaks nothing`,
  async () => {
    const { inputs } = readReference<{ inputs: readonly { value: unknown }[] }>(file)
    const values = inputs.map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value)))
    expect(values.length).toBeGreaterThan(500)
    expect(await tryAll(values, 'value')).toEqual([])
  },
  120_000,
)
