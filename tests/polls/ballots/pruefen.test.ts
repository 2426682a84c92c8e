// pruefen.mjs on a machine that has nothing but Node, the file and the ballots.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PublishedFile } from '#app/domain/polls/ballots/published.ts'
import { bundleProgram } from '#server/ballots/bundle-program.ts'
import { castWith, drawFrom, openMadeUpVote, publish } from './made-up-vote.ts'

let folder: string
let honest: PublishedFile

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stimmtisch-pruefen-'))
  const vote = await openMadeUpVote()
  const lines = ['1>2', '2>1', '1', '3>1', '1>3']
  const cast = await Promise.all(lines.map(async (line) => castWith(vote, await drawFrom(vote), line)))
  honest = await publish({
    manifest: vote.manifest,
    issued: { tokens: 5, envelopes: 0, papers: 0, separate: 0 },
    ballots: cast.map(({ ballot }) => ballot),
  })
  await bundleProgram('server/ballots/pruefen.ts', path.join(folder, 'pruefen.mjs'))
  await write('stimmen.json', honest)
  await write('beleg.json', cast[0]?.receipt)
  await write('ohne.json', { ...honest, ballots: honest.ballots.filter(({ ballot }) => ballot !== '1>2') })
  const paper = { way: 'paper', ballot: '1>2' } as const
  const mixed = { manifest: vote.manifest, issued: { ...honest.issued, papers: 1 } }
  await write('papier.json', await publish({ ...mixed, ballots: [...honest.ballots, paper] }))
  await writeFile(path.join(folder, 'kaputt.json'), '{"format": ')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const write = (name: string, value: unknown) =>
  writeFile(path.join(folder, name), JSON.stringify(value, null, 1))

/** No environment, no packages, no other folder. */
function pruefen(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['pruefen.mjs', ...args],
      { cwd: folder, env: { NODE_ENV: 'test' } },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
}

test('says of an honest file that all is right, and of one without a ballot that it is not', async () => {
  expect((await readdir(folder)).sort()).toEqual([
    'beleg.json',
    'kaputt.json',
    'ohne.json',
    'papier.json',
    'pruefen.mjs',
    'stimmen.json',
  ])
  const right = await pruefen('stimmen.json', '--hash', honest.hash, '--beleg', 'beleg.json')
  expect(right.out).toContain('Alles stimmt.')
  expect(right.out).toContain(honest.hash)
  expect(right.code).toBe(0)
  expect(right.out).not.toContain('Ohne Unterschrift')
  const mixed = await pruefen('papier.json')
  expect(mixed.out).toContain('Ohne Unterschrift, mit Code oder auf Papier: 1 von 6 Stimmen.')
  expect(mixed.code).toBe(0)
  const wrong = await pruefen('ohne.json', '--beleg', 'beleg.json')
  expect(wrong.out).toContain('Es stimmt nicht alles.')
  expect(wrong.out).toContain('✗ Die Stimme zu Ihrem Beleg fehlt')
  expect(wrong.code).toBe(1)
})

test('says in one sentence what it cannot read', async () => {
  for (const [args, sentence] of [
    [['kaputt.json'], 'kaputt.json: Diese Datei lässt sich nicht lesen.'],
    [['fehlt.json'], 'fehlt.json: Diese Datei gibt es nicht.'],
    [['beleg.json'], 'beleg.json: Das ist keine Datei mit veröffentlichten Stimmen.'],
    [[], 'So geht es: node pruefen.mjs DATEI'],
    [['stimmen.json', '--what'], '--what kennt dieses Programm nicht.'],
  ] as const) {
    const { code, err } = await pruefen(...args)
    expect(err).toContain(sentence)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(code).toBe(2)
  }
})

test('tells machines the same as people', async () => {
  const { out } = await pruefen('stimmen.json', '--json')
  expect(JSON.parse(out)).toMatchObject({ right: true, hash: honest.hash, unsigned: 0 })
  expect((await pruefen('stimmen.json', '--en')).out).toContain('Everything is right.')
})
