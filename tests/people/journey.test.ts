// Through the real pages without JavaScript: set up, sign in, take data along, leave. Needs `npm run build` first.

import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Serving, serve } from '#server/serve.ts'
import { readSettings } from '#server/settings.ts'
import { printSetUpLink } from '#server/setup.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { startMailServer, type TestMailServer } from '#tests/smtp.ts'

let serving: Serving
let browser: Browser
let mails: TestMailServer
let base: string
let dataDir: string

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  dataDir = await mkdtemp(path.join(tmpdir(), 'stimmtisch-journey-'))
  mails = await startMailServer()
  serving = await serve(
    readSettings({
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      BASE_URL: base,
      DATA_DIR: dataDir,
      SMTP_URL: mails.url,
      LOG_LEVEL: 'error',
    }),
  )
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await serving?.stop()
  await mails?.close()
  await rm(dataDir, { recursive: true, force: true })
})

test('nothing is public before the imprint stands; then the first operator opens the town', async () => {
  for (const address of ['/', '/ideen', '/anmelden', '/en/ideen', '/konto']) {
    expect((await fetch(base + address)).status, address).toBe(403)
  }
  expect((await fetch(`${base}/impressum`)).status).toBe(200)
  expect((await fetch(`${base}/healthz`)).status).toBe(200)
  expect((await fetch(`${base}/einrichten/${'a'.repeat(43)}`)).status).toBe(400)

  const link = await printSetUpLink(serving.platform, () => undefined)
  const page = await newPage()
  await page.goto(link ?? '')
  await page.fill('[name=name]', 'Nadine Netz')
  await page.fill('[name=ownMail]', 'nadine@beispiel.example')
  await page.click('main button')
  expect(await page.inputValue('[name=name]')).toBe('Nadine Netz')
  for (const [name, value] of Object.entries({
    provider: 'Stadt Hattingen',
    address: 'Rathausplatz 1\n45525 Hattingen',
    represented: 'Der Bürgermeister',
    mail: 'stadt@beispiel.example',
    phone: '02324 2040',
    responsible: 'Kulturbüro',
  })) {
    await page.fill(`[name=${name}]`, value)
  }
  await page.click('main button')
  expect(new URL(page.url()).pathname).toBe('/betrieb')
  expect((await fetch(`${base}/anmelden`)).status).toBe(200)
  expect((await fetch(link ?? '')).status).toBe(409)
  await page.context().close()
})

test('by mail and code: a wrong number, a pasted one, the first questions, back to where one came from', async () => {
  const page = await newPage()
  await page.goto(`${base}/anmelden?zurueck=${encodeURIComponent('/ideen/neu')}`)
  await page.fill('[name=mail]', 'Elif@Beispiel.example')
  await page.click('main form button')
  const mail = await mails.next('elif@beispiel.example')
  const code = /\b\d{6}\b/.exec(mail.text ?? '')?.[0] ?? ''
  await expectCodeField(page)

  await page.fill('[name=code]', code === '000000' ? '000001' : '000000')
  await page.click('main form button')
  expect(await page.textContent('.alert')).toContain('Noch 4 Versuche')
  await page.fill('[name=code]', `Code: ${code.slice(0, 3)} ${code.slice(3)}`)
  await page.click('main form button')
  expect(await page.context().cookies()).toEqual([])

  await page.fill('[name=name]', 'Elif Aydoğan')
  await page.click('main form button')
  expect(await page.inputValue('[name=name]')).toBe('Elif Aydoğan')
  await page.check('[value="16+"]')
  await page.click('main form button')
  expect(new URL(page.url()).pathname).toBe('/ideen/neu')
  const [cookie, ...more] = await page.context().cookies()
  expect(more).toEqual([])
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })

  await page.goto(`${base}/konto/export`)
  expect(await page.textContent('main')).toContain('elif@beispiel.example')
  await page.goto(`${base}/konto/loeschen`)
  await page.evaluate(() => localStorage.setItem('stimmtisch-entwurf-probe', 'Halb geschrieben'))
  await page.check('[value=remove]')
  await page.click('main form button')
  await page.click('main form button')
  expect(await page.textContent('.alert')).toContain('Ihr Konto ist gelöscht')
  expect(await page.context().cookies()).toEqual([])
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await page.context().close()
})

test('the link of the mail does nothing until its button is pressed, and never leads to another site', async () => {
  const page = await newPage()
  await page.goto(`${base}/anmelden?zurueck=${encodeURIComponent('//boese.example/')}`)
  await page.fill('[name=mail]', 'nadine@beispiel.example')
  await page.click('main form button')
  await mails.next('nadine@beispiel.example')
  const mail = await mails.next('nadine@beispiel.example')
  const link = /http\S+\/anmelden\/link\/[\w-]+/.exec(mail.text ?? '')?.[0] ?? ''
  for (let opened = 0; opened < 3; opened++) expect((await fetch(link)).status).toBe(200)
  await page.goto(link)
  await page.click('main form button')
  expect(new URL(page.url()).origin).toBe(base)
  expect(await page.context().cookies()).toHaveLength(1)
  await page.goto(link)
  await page.click('main form button')
  expect(await page.textContent('.alert')).toContain('Dieser Link gilt nicht mehr')
  await page.context().close()
})

test('a passkey signs in without a mail, its owner is told of it, and removed it opens nothing', async () => {
  const page = await newPage(true)
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(`${base}/anmelden?zurueck=${encodeURIComponent('/konto/passkeys')}`)
  await page.fill('[name=mail]', 'nadine@beispiel.example')
  await page.click('main form button')
  const mail = await mails.next('nadine@beispiel.example')
  await page.fill('[name=code]', /\b\d{6}\b/.exec(mail.text ?? '')?.[0] ?? '')
  await page.click('main form button')
  expect(new URL(page.url()).pathname).toBe('/konto/passkeys')
  await expectNoAxeViolations(page)

  await page.fill('form[data-passkey=add] [name=name]', 'Mein Telefon')
  await page.click('form[data-passkey=add] button')
  await page.getByText('Mein Telefon, seit').waitFor()
  expect((await mails.next('nadine@beispiel.example')).text).toContain('Mein Telefon')
  await page.context().clearCookies()
  await page.goto(`${base}/anmelden?zurueck=${encodeURIComponent('/konto/passkeys')}`)
  await page.click('form[data-passkey=sign-in] button')
  await page.getByText('Mein Telefon, seit').waitFor()

  await page.click('main li button')
  await page.getByText('Mein Telefon, seit').waitFor({ state: 'detached' })
  await page.context().clearCookies()
  await page.goto(`${base}/anmelden`)
  await page.click('form[data-passkey=sign-in] button')
  await page.locator('.alert').waitFor()
  expect(await page.context().cookies()).toEqual([])
  await page.context().close()
})

test.each(['/anmelden', '/impressum', '/runder-tisch', '/sprecherrat', '/en/anmelden'])(
  '%s shuts nobody out',
  async (address) => {
    const page = await newPage(true)
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(base + address)
    await expectNoAxeViolations(page)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await page.context().close()
  },
)

async function newPage(javaScriptEnabled = false): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled })).newPage()
}

async function expectCodeField(page: Page): Promise<void> {
  const field = page.locator('[name=code]')
  expect(await field.getAttribute('autocomplete')).toBe('one-time-code')
  expect(await field.getAttribute('inputmode')).toBe('numeric')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
