// A vote with two signatures, played through its pages, with the committee's own program as a process beside it; and then
// checked by pruefen.mjs, which finds every way to cheat with what was published.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import type { PublishedBallot, PublishedFile } from '#app/domain/polls/ballots/published.ts'
import { drawToken, finishToken, sealNext } from '#app/domain/polls/ballots/wallet.ts'
import { openPoll } from '#app/domain/polls/life.server.ts'
import { bundleProgram } from '#server/ballots/bundle-program.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'
import { announced, pollRow } from '../votes.ts'
import { publish, random } from './made-up-vote.ts'
import { blindTerms, closed, termsOf } from './secret-votes.ts'

const sqlite = databases.filter((database) => database.name === 'sqlite')

describe.each(sqlite)('a vote with two signatures on $name', { timeout: 60_000 }, (database) => {
  let site: Site
  let browser: Browser
  let folder: string
  let committee: ChildProcess | null = null
  let port: number
  let moderator: Actor
  let voters: Actor[]
  let pollId: string
  let number: number
  let codes: readonly string[]
  let receipt: unknown

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'stimmtisch-zwei-'))
    await bundleProgram('server/signer/program.ts', path.join(folder, 'zweite-unterschrift.mjs'))
    await bundleProgram('server/ballots/pruefen.ts', path.join(folder, 'pruefen.mjs'))
    port = await freePort()
    browser = await launchBrowser()
    site = await openSite(database)
    moderator = await site.person('Mechthild', { role: 'moderator' })
    voters = []
    for (const name of ['Amina', 'Leo', 'Rosa', 'Kemal', 'Ines']) voters.push(await site.person(name))
    const roll = voters.map(({ accountId }) => accountId ?? '')
    pollId = await announced(site, moderator, {
      ...blindTerms,
      electorate: 'roll',
      label: 'recommendation',
      roll,
    })
    number = (await pollRow(site, pollId)).number
  })
  afterAll(async () => {
    await stopCommittee()
    await site?.close()
    await browser?.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** Node, the one file, and nothing of the project or its surroundings. */
  function run(program: string, ...args: readonly string[]) {
    return new Promise<{ code: number; out: string; err: string }>((resolve) => {
      execFile(
        process.execPath,
        [program, ...args],
        { cwd: folder, env: { NODE_ENV: 'test' } },
        (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
      )
    })
  }
  async function startCommittee() {
    committee = spawn(
      process.execPath,
      ['zweite-unterschrift.mjs', 'serve', 'wahl', '--port', String(port)],
      { cwd: folder, env: { NODE_ENV: 'test' }, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await once(committee.stdout as NodeJS.ReadableStream, 'data')
  }
  async function stopCommittee(signal: NodeJS.Signals = 'SIGTERM') {
    if (committee?.exitCode !== null || committee.signalCode !== null) return
    committee.kill(signal)
    await once(committee, 'exit')
  }
  const here = () => `/abstimmungen/${number}`
  const house = () => site.baseUrl
  const committeeAt = () => `http://127.0.0.1:${port}`

  /** What a device does to get the second signature. */
  async function askCommittee(code: string, blindedMessage: string) {
    const response = await fetch(`${committeeAt()}/unterschrift`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: house() },
      body: JSON.stringify({ code, blindedMessage }),
    })
    return { status: response.status, said: (await response.json()) as Record<string, string> }
  }
  async function askHouse(voter: Actor, blindedMessage: string) {
    const form = new FormData()
    form.set('blindedMessage', blindedMessage)
    const headers = { origin: house(), cookie: await site.cookie(voter) }
    const response = await fetch(`${house()}${here()}/ausweis.json`, { method: 'POST', headers, body: form })
    return ((await response.json()) as { blindSignatures: string[] }).blindSignatures[0] ?? ''
  }
  async function put(ballot: unknown) {
    const response = await fetch(`${house()}/einwurf/${pollId}`, {
      method: 'POST',
      headers: { origin: house(), 'content-type': 'application/json' },
      body: JSON.stringify(ballot),
    })
    return { status: response.status, said: (await response.json()) as Record<string, unknown> }
  }

  test('the committee makes key and codes with its own program; the vote takes its card before it opens', async () => {
    const wrong = await run('zweite-unterschrift.mjs', 'new', 'wahl', '--name', 'Wahlausschuss')
    expect(wrong).toMatchObject({ code: 2, out: '' })
    expect(wrong.err).toContain('--address')
    expect((await run('zweite-unterschrift.mjs', 'serve', 'wahl')).err).toContain('keine zweite Unterschrift')
    const terms = ['--name', 'Wahlausschuss', '--address', committeeAt(), '--house', house(), '--voters', '5']
    const made = await run('zweite-unterschrift.mjs', 'new', 'wahl', ...terms)
    codes = made.out.trim().split('\n')
    expect(codes).toHaveLength(5)
    expect(codes[0]).toMatch(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/)
    expect((await run('zweite-unterschrift.mjs', 'new', 'wahl', ...terms)).code).toBe(2)
    const kept = await readFile(path.join(folder, 'wahl', 'signer.json'), 'utf8')
    expect(codes.some((code) => kept.includes(code))).toBe(false)

    const leader = await site.visit(browser, moderator, { javaScriptEnabled: false })
    leader.setDefaultTimeout(8_000)
    await leader.goto(`${here()}/unterschrift`)
    await leader.getByLabel('Inhalt der Datei karte.json').fill('{"format":"stimmtisch-signer-1"}')
    await leader.getByRole('button', { name: 'Festlegen' }).click()
    expect(await leader.getByText('Das ist keine Karte einer zweiten Unterschrift.').count()).toBe(1)
    await leader
      .getByLabel('Inhalt der Datei karte.json')
      .fill(await readFile(path.join(folder, 'wahl', 'karte.json'), 'utf8'))
    await leader.getByRole('button', { name: 'Festlegen' }).click()
    expect(await leader.getByText('Es unterschreibt auch: Wahlausschuss').count()).toBe(1)
    await expectNoAxeViolations(leader)
    await leader.goto(`${here()}/codes`)
    expect(await leader.getByText('Stimmen mit gedrucktem Code tragen keine davon').count()).toBe(1)
    await site.does(moderator, openPoll, { pollId })
    expect((await termsOf(site, pollId)).signers.map(({ name }) => name)).toEqual([house(), 'Wahlausschuss'])
    const late = await leader.goto(`${here()}/unterschrift`)
    expect(late?.status()).toBe(200)
    expect(await leader.getByRole('button', { name: 'Festlegen' }).count()).toBe(0)
  })

  test('a voter draws a token with the committee’s code, through a second signer that is away and comes back', async () => {
    const page = await site.visit(browser, voters[0], { viewport: { width: 320, height: 720 } })
    page.setDefaultTimeout(10_000)
    await page.goto(`${here()}/stimmausweis`)
    const draw = () => page.getByRole('button', { name: 'Stimmausweis holen' }).press('Enter')
    await page.getByLabel('Ihr Code für die zweite Unterschrift').fill(codes[0] ?? '')
    await draw()
    await page.getByText('Die zweite Stelle antwortet gerade nicht.').waitFor()
    await startCommittee()
    await page.getByLabel('Ihr Code für die zweite Unterschrift').fill('AAAA-AAAA-AAAA-AAAA')
    await draw()
    await page.getByText('Diesen Code für die zweite Unterschrift gibt es nicht.').waitFor()
    await expectNoAxeViolations(page)
    await page.getByLabel('Ihr Code für die zweite Unterschrift').fill((codes[0] ?? '').toLowerCase())
    await draw()
    await page.locator('[name="choice"][value="2"]').focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Weiter zum Prüfen' }).last().press('Enter')
    await page.getByRole('button', { name: 'Stimme abgeben' }).press('Enter')
    await page.getByText('Ihre Stimme ist angekommen.').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Beleg sichern' }).click()
    receipt = JSON.parse(await readFile(await (await download).path(), 'utf8'))
  })

  test('one code is one token: the same question gets the same answer, after a kill too; another is refused', async () => {
    const terms = await termsOf(site, pollId)
    const drawn = await drawToken(terms, random)
    const blinded = drawn.blinded[1]?.message ?? ''
    const code = codes[1] ?? ''
    const others = await Promise.all(Array.from({ length: 3 }, () => drawToken(terms, random)))
    const answers = await Promise.all([
      askCommittee(code, blinded),
      ...others.map((other) => askCommittee(code, other.blinded[1]?.message ?? '')),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ said }) => said.reason === 'code-used')).toHaveLength(3)
    // Whichever came first has it; that one is the voter's from now on.
    const at = answers.findIndex(({ status }) => status === 200)
    const mine = at === 0 ? drawn : (others[at - 1] ?? drawn)
    const mineBlinded = mine.blinded[1]?.message ?? ''
    await stopCommittee('SIGKILL')
    await startCommittee()
    expect(await askCommittee(code, mineBlinded)).toEqual(answers[at])
    expect(
      (await askCommittee(code, others.find((one) => one !== mine)?.blinded[1]?.message ?? '')).said,
    ).toEqual({
      reason: 'code-used',
    })
    expect((await askCommittee('', 'x')).status).toBe(400)

    const signatures = [
      await askHouse(voters[1] as Actor, mine.blinded[0]?.message ?? ''),
      answers[at]?.said.blindSignature ?? '',
    ]
    const token = await finishToken(terms, mine, signatures)
    expect(token).not.toBeNull()
    if (!token) return
    const ballot = await sealNext(token, '2')
    const [first = ''] = ballot.signatures
    const refused = await put({ ...ballot, signatures: [first] })
    expect(refused).toMatchObject({ status: 400, said: { reason: 'token_not_genuine' } })
    expect((await put({ ...ballot, signatures: [first, first] })).said.reason).toBe('token_not_genuine')
    expect((await put(ballot)).said.kind).toBe('arrived')
  })

  test('after the close pruefen.mjs finds all right, and each of six ways to cheat', async () => {
    const terms = await termsOf(site, pollId)
    for (const [at, line] of ['2', '1', '-'].entries()) {
      const drawn = await drawToken(terms, random)
      const second = await askCommittee(codes[at + 2] ?? '', drawn.blinded[1]?.message ?? '')
      const first = await askHouse(voters[at + 2] as Actor, drawn.blinded[0]?.message ?? '')
      const token = await finishToken(terms, drawn, [first, second.said.blindSignature ?? ''])
      if (!token) throw new Error('The signatures do not fit.')
      expect((await put(await sealNext(token, line))).status).toBe(200)
    }
    await closed(site, moderator, pollId)
    expect((await run('zweite-unterschrift.mjs', 'close', 'wahl')).out).toContain('Unterschrieben: 5 von 5.')
    expect((await askCommittee(codes[0] ?? '', 'AAAA')).said).toEqual({ reason: 'over' })

    const stranger = await site.visit(browser)
    stranger.setDefaultTimeout(10_000)
    await stranger.goto(`${here()}/pruefen`)
    await stranger.getByRole('button', { name: 'Jetzt prüfen und zählen' }).click()
    await stranger.getByText('Alles stimmt.').waitFor()
    expect(await stranger.getByText('der Betrieb, Wahlausschuss').count()).toBe(1)
    const download = stranger.waitForEvent('download')
    await stranger.getByRole('link', { name: 'Alle Stimmen als Datei' }).click()
    const text = await readFile(await (await download).path(), 'utf8')
    const honest = JSON.parse(text) as PublishedFile
    await writeFile(path.join(folder, 'stimmen.json'), text)
    await writeFile(path.join(folder, 'beleg.json'), JSON.stringify(receipt))
    const right = await run('pruefen.mjs', 'stimmen.json', '--hash', honest.hash, '--beleg', 'beleg.json')
    expect(right).toMatchObject({ code: 0, err: '' })
    expect(right.out).toContain('Alles stimmt.')

    const own = (receipt as { hash: string }).hash
    const { manifest, issued, ballots } = honest
    const forged = (changed: readonly PublishedBallot[]) => publish({ manifest, issued, ballots: changed })
    const [one, ...rest] = ballots as [PublishedBallot, ...PublishedBallot[]]
    const signedTwiceByTheHouse = ballots.map((ballot) => {
      if (ballot !== one || ballot.way !== 'token') return ballot
      return { ...ballot, signatures: [ballot.signatures[0] ?? '', ballot.signatures[0] ?? ''] }
    })
    const cheats: readonly (readonly [name: string, file: PublishedFile, found: string])[] = [
      ['altered', await forged([{ ...one, ballot: '3' }, ...rest]), '✗ Diese Stimmen wurden nach der Abgabe'],
      [
        'dropped',
        await forged(ballots.filter((ballot) => !('hash' in ballot) || ballot.hash !== own)),
        '✗ Die Stimme zu Ihrem Beleg fehlt',
      ],
      ['doubled', await forged([...ballots, one]), '✗ Diese Stimmen stehen doppelt da'],
      ['foreign signature', await forged(signedTwiceByTheHouse), '✗ Diese Stimmen tragen eine fremde'],
      [
        'more ballots than tokens',
        await publish({ manifest, issued: { ...issued, tokens: 4 }, ballots }),
        '✗ Es gibt mehr Stimmen als erlaubt',
      ],
      ['wrong hash', { ...honest, hash: 'ab'.repeat(32) }, '✗ Die Stimmen passen nicht zur Prüfsumme'],
    ]
    for (const [name, file, found] of cheats) {
      await writeFile(path.join(folder, 'gefaelscht.json'), JSON.stringify(file))
      const { code, out } = await run('pruefen.mjs', 'gefaelscht.json', '--beleg', 'beleg.json')
      expect(`${name}: ${out}`).toContain(found)
      expect(`${name}: ${code}`).toBe(`${name}: 1`)
    }
  })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
