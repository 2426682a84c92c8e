import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { pauseAccount } from '#app/domain/moderation/pause.server.ts'
import { fileReport } from '#app/domain/moderation/report.server.ts'
import { hideContribution, refuseGuestIdea } from '#app/domain/moderation/text-measures.server.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'
import {
  contributionBy,
  contributionRow,
  grounds,
  guestIdea,
  ideaRow,
  publicIdea,
  secretWord,
} from './desk.ts'

const sqlite = databases.filter((database) => database.name === 'sqlite')
const plain = { javaScriptEnabled: false, viewport: { width: 320, height: 800 } }

describe.each(sqlite)('the moderators’ pages on $name', (database) => {
  let site: Site
  let browser: Browser
  let dieter: Actor
  let sabine: Actor
  let renate: Actor
  let leo: Actor
  beforeAll(async () => {
    browser = await launchBrowser()
    site = await openSite(database)
    dieter = await site.person('Dieter', { role: 'moderator' })
    sabine = await site.person('Sabine', { role: 'moderator' })
    renate = await site.person('Renate')
    leo = await site.person('Leo')
  })
  afterAll(async () => {
    await site?.close()
    await browser?.close()
  })

  const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
  const overflows = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
  /** A moment passes, as it does while somebody reads. */
  const moments = (seconds: number) => {
    site.now = new Date(Date.parse(site.now) + seconds * 1000).toISOString()
  }
  const said = async (text: string) => {
    const idea = await publicIdea(site, renate)
    return contributionBy(site, leo, idea.conversationId, text)
  }
  const reportRow = (number: number) =>
    site.platform.database.read
      .selectFrom('report')
      .selectAll()
      .where('number', '=', number)
      .executeTakeFirstOrThrow()

  test('a guest reports without a script, with what is missing said and what was typed kept', async () => {
    const talk = await said('Solche Leute wollen wir hier nicht haben.')
    const page = await site.visit(browser, undefined, plain)
    await page.goto(`/melden?adresse=/beitraege/${talk.publicNumber}`)
    expect(await overflows(page)).toBe(false)
    await expect(page.getByLabel('Adresse der Seite').inputValue()).resolves.toBe(
      `/beitraege/${talk.publicNumber}`,
    )
    await page.getByLabel('Was ist das Problem?').fill('Hier werden Menschen herabgesetzt.')

    await page.getByRole('button', { name: 'Meldung absenden' }).click()
    expect(await page.locator('.alert').innerText()).toContain('Das ging sehr schnell')
    moments(20)
    await page.getByRole('button', { name: 'Meldung absenden' }).click()
    const missing = page.locator('#errors')
    expect(await missing.getByRole('link').count()).toBe(4)
    expect(await page.getByLabel('Was ist das Problem?').inputValue()).toBe(
      'Hier werden Menschen herabgesetzt.',
    )

    await page.getByLabel(/Regel 2/).check()
    await page.getByLabel('Ihr Name').fill('Jutta')
    await page.getByLabel('Ihre E-Mail-Adresse').fill('jutta@beispiel.example')
    await page.getByLabel(/Ich glaube ehrlich/).check()
    moments(20)
    await page.getByRole('button', { name: 'Meldung absenden' }).click()
    const receipt = await page.getByRole('status').innerText()
    const number = Number(/Nummer (\d+)/.exec(receipt)?.[1])
    expect(await reportRow(number)).toMatchObject({ subject: `contribution:${talk.id}`, rule: '2' })
    expect(await page.context().cookies()).toEqual([])
  })

  test('a program that fills in every field is held back and told so', async () => {
    const before = await site.platform.database.read.selectFrom('report').select('id').execute()
    const page = await site.visit(browser)
    await page.goto('/melden?art=barriere')
    moments(20)
    await page.getByLabel('Was geht nicht?').fill('Alles geht, kaufen Sie hier.')
    await page.evaluate(`document.querySelector('[name=website]').value = 'https://werbung.example'`)
    await page.getByRole('button', { name: 'Meldung absenden' }).click()
    expect(await page.locator('.alert').innerText()).toContain('leer bleiben')
    expect(await site.platform.database.read.selectFrom('report').select('id').execute()).toHaveLength(
      before.length,
    )
  })

  test('a barrier is reported in English with a film', async () => {
    const page = await site.visit(browser, undefined, plain)
    await page.goto('/en/melden?art=barriere&adresse=/abstimmungen')
    expect(await heading(page)).toBe('Report a barrier')
    await page.getByLabel('What does not work?').fill('I cannot reach the button by keyboard.')
    await page.getByLabel(/film in sign language/).fill('https://filme.example/dgs-17')
    moments(20)
    await page.getByRole('button', { name: 'Send the report' }).click()
    const number = Number(/number (\d+)/.exec(await page.getByRole('status').innerText())?.[1])
    expect(await reportRow(number)).toMatchObject({
      rule: 'barrier',
      address: '/abstimmungen',
      video: 'https://filme.example/dgs-17',
      language: 'en',
    })
  })

  test('a moderator fills in, checks, changes and publishes a guest’s idea, without a script', async () => {
    const idea = await guestIdea(site)
    const page = await site.visit(browser, dieter, plain)
    await page.goto('/moderation?art=guest-idea')
    await page.getByRole('link', { name: idea.title }).first().click()
    await page.getByRole('button', { name: 'Weiter zum Prüfen Veröffentlichen', exact: true }).click()
    expect((await ideaRow(site, idea.id)).state).toBe('waiting')
    expect(await page.getByText('Noch ist nichts geschehen.').count()).toBe(1)
    await page.getByRole('button', { name: 'Ändern' }).click()
    await page.getByRole('button', { name: 'Weiter zum Prüfen Veröffentlichen', exact: true }).click()
    await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click()
    expect(await page.getByRole('status').innerText()).toContain('für alle da')
    expect((await ideaRow(site, idea.id)).state).toBe('talk')
  })

  test('the second of two moderators learns that somebody was faster, and sees the new state', async () => {
    const idea = await guestIdea(site)
    const slow = await site.visit(browser, sabine, plain)
    await slow.goto(`/moderation/faelle/ideen/${idea.number}`)
    await slow.getByLabel('Regel und Grund').selectOption('advertising')
    await slow.getByLabel('Ein eigener Satz').fill('Das ist die Anzeige einer Firma.')
    await slow.getByRole('button', { name: 'Weiter zum Prüfen Nicht veröffentlichen' }).click()
    expect(await slow.locator('main').innerText()).toContain('Regel 3, Werbung')
    await site.does(dieter, refuseGuestIdea, { ideaId: idea.id, version: idea.version, grounds })
    await slow.getByRole('button', { name: 'Nicht veröffentlichen', exact: true }).click()
    expect(await slow.getByRole('alert').innerText()).toContain('schneller')
    expect(await slow.getByText('Darüber ist entschieden.').count()).toBe(1)
  })

  test('hiding without a reason does nothing and says what is missing', async () => {
    const talk = await said('Ich finde das alles ganz großen Unsinn.')
    const page = await site.visit(browser, dieter, plain)
    await page.goto(`/moderation/massnahme?adresse=/beitraege/${talk.publicNumber}`)
    await page.getByRole('button', { name: 'Weiter zum Prüfen Ausblenden' }).click()
    const links = page.locator('#errors').getByRole('link')
    expect(await links.count()).toBe(2)
    await links.first().click()
    expect(new URL(page.url()).hash).toBe('#hide-template')
    expect(await page.locator('#hide-template').count()).toBe(1)
    expect((await contributionRow(site, talk.id)).hiddenAt).toBeNull()
  })

  test('an author sees what was done and objects; another moderator gives the text back', async () => {
    const talk = await said('Der Marktplatz gehört allen, auch den Lauten.')
    await site.does(dieter, hideContribution, { contributionId: talk.id, version: talk.version, grounds })
    const own = await site.visit(browser, leo, plain)
    await own.goto('/konto/massnahmen')
    await own
      .getByRole('link', { name: /Beitrag ausgeblendet/ })
      .first()
      .click()
    expect(await own.locator('main').innerText()).toContain(grounds.sentence)
    await own
      .getByLabel('Warum ist die Entscheidung falsch?')
      .fill('Niemand wird hier beleidigt, lesen Sie bitte.')
    await own.getByRole('button', { name: 'Widersprechen' }).click()
    expect(await own.getByRole('status').innerText()).toContain('Ihr Widerspruch ist da')

    const appeal = await site.platform.database.read
      .selectFrom('appeal')
      .innerJoin('measure', 'measure.id', 'appeal.measureId')
      .select('appeal.id')
      .where('measure.subject', '=', `contribution:${talk.id}`)
      .executeTakeFirstOrThrow()
    const decide = async (moderator: Actor) => {
      const page = await site.visit(browser, moderator, plain)
      await page.goto(`/moderation/faelle/widersprueche/${appeal.id}`)
      await page.getByLabel(/Die Person\./).check()
      await page.getByLabel('Ihre Begründung').fill('Es wird wirklich niemand beleidigt.')
      await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click()
      await page.getByRole('button', { name: 'Entscheiden' }).click()
      return page
    }
    expect(await (await decide(dieter)).getByRole('alert').innerText()).toContain('immer eine andere Person')
    expect((await contributionRow(site, talk.id)).hiddenAt).not.toBeNull()
    expect(await (await decide(sabine)).getByRole('status').innerText()).toContain('entschieden')
    expect((await contributionRow(site, talk.id)).hiddenAt).toBeNull()
  })

  test('a guest objects with the number and the secret word', async () => {
    const idea = await guestIdea(site)
    await site.does(dieter, refuseGuestIdea, { ideaId: idea.id, version: idea.version, grounds })
    const page = await site.visit(browser, undefined, plain)
    await page.goto(`/ideen/${idea.number}/widerspruch`)
    const send = async (secret: string) => {
      await page.getByLabel('Ihr Geheimwort').fill(secret)
      await page.getByLabel('Warum ist die Entscheidung falsch?').fill('Es ist ein ernster Vorschlag.')
      await page.getByRole('button', { name: 'Widersprechen' }).click()
    }
    await send('rosenblatt')
    expect(await page.locator('.alert').innerText()).toContain('Geheimwort')
    await send(secretWord)
    expect(await page.getByRole('status').innerText()).toContain('Ihr Widerspruch ist da')
  })

  test('only moderators enter, and only the person sees their own measures', async () => {
    const idea = await guestIdea(site)
    const addresses = [
      '/moderation',
      '/moderation/arbeit',
      '/moderation/massnahme?adresse=/ideen/1',
      `/moderation/faelle/ideen/${idea.number}`,
      '/moderation/faelle/meldungen/1',
    ]
    const [asLeo, asDieter] = [await site.cookie(leo), await site.cookie(dieter)]
    const status = async (address: string, cookie = '') =>
      (await fetch(site.baseUrl + address, { headers: { cookie } })).status
    for (const address of addresses) {
      expect(
        [await status(address), await status(address, asLeo), await status(address, asDieter)],
        address,
      ).toEqual([403, 403, 200])
    }
    const page = await site.visit(browser)
    await page.goto('/moderation/arbeit')
    await page.getByRole('main').getByRole('link', { name: 'Anmelden' }).click()
    expect(new URL(page.url()).search).toBe('?zurueck=%2Fmoderation%2Farbeit')
    expect(await status('/konto/massnahmen')).toBe(403)
    expect(await status('/konto/massnahmen', asLeo)).toBe(200)
    for (const missing of ['ideen/999999', 'ideen/abc', 'meldungen/0', 'widersprueche/x', 'pausen/x']) {
      expect(await status(`/moderation/faelle/${missing}`, asDieter), missing).toBe(404)
    }
  })

  test('axe finds nothing on any page in any state', async () => {
    const talk = await said('Dazu sage ich lieber gar nichts mehr.')
    const filed = await site.does(renate, fileReport, {
      address: `/beitraege/${talk.publicNumber}`,
      rule: '4',
      reason: 'Hier steht eine Telefonnummer.',
      name: null,
      mail: null,
      goodFaith: true,
      video: null,
      language: 'de',
    })
    const { measureId } = await site.does(dieter, pauseAccount, {
      accountId: renate.accountId ?? '',
      days: 3,
      grounds,
    })
    const idea = await guestIdea(site)
    const page = await site.visit(browser, sabine)
    for (const address of [
      '/moderation',
      '/moderation?art=appeal',
      '/moderation/arbeit',
      '/moderation/massnahme?adresse=/nichts',
      `/moderation/massnahme?adresse=/beitraege/${talk.publicNumber}`,
      `/moderation/faelle/ideen/${idea.number}`,
      `/moderation/faelle/meldungen/${filed.number}`,
      `/moderation/faelle/pausen/${measureId}`,
      '/melden',
      '/melden?art=barriere&quittung=7',
      '/ideen/1/widerspruch',
      '/en/melden',
    ]) {
      await page.goto(address)
      expect(await page.getByRole('heading', { level: 1 }).count(), address).toBe(1)
      await expectNoAxeViolations(page)
    }
    await page.goto(`/moderation/faelle/meldungen/${filed.number}`)
    await page.getByRole('button', { name: 'Weiter zum Prüfen Konto anhalten' }).click()
    await expectNoAxeViolations(page)
    await page.getByLabel('Regel und Grund').last().selectOption('private_data')
    await page.getByLabel('Ein eigener Satz').last().fill('Die Nummer einer Nachbarin steht im Text.')
    await page.getByRole('button', { name: 'Weiter zum Prüfen Konto anhalten' }).click()
    expect(await page.getByRole('button', { name: 'Anhalten vorschlagen' }).count()).toBe(1)
    await expectNoAxeViolations(page)
    const own = await site.visit(browser, leo)
    await own.goto('/konto/massnahmen')
    await expectNoAxeViolations(own)
    await own
      .getByRole('link', { name: /Beitrag ausgeblendet/ })
      .first()
      .click()
    await expectNoAxeViolations(own)
  }, 180_000)
})
