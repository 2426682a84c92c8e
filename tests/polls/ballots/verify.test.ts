// Every way to cheat with a published file that a stranger must be able to find, however carefully it was done.
import { beforeAll, describe, expect, test } from 'vitest'
import { hashName } from '#app/domain/polls/ballots/names.ts'
import type { PublishedFile } from '#app/domain/polls/ballots/published.ts'
import type { Receipt } from '#app/domain/polls/ballots/receipt.ts'
import { type Check, type Finding, verifyFile } from '#app/domain/polls/ballots/verify.ts'
import {
  castWith,
  drawFrom,
  type MadeUpVote,
  openMadeUpVote,
  publish,
  type TokenBallot,
} from './made-up-vote.ts'

const lines = ['1>2>3', '1>3', '2>1', '2>3>1', '3>2', '-', '!']
const issued = { tokens: 8, envelopes: 0, papers: 0, separate: 0 }

let vote: MadeUpVote
let ballots: TokenBallot[]
let receipts: Receipt[]
let honest: PublishedFile

beforeAll(async () => {
  vote = await openMadeUpVote()
  const cast = await Promise.all(lines.map(async (line) => castWith(vote, await drawFrom(vote), line)))
  ballots = cast.map(({ ballot }) => ballot)
  receipts = cast.map(({ receipt }) => receipt)
  honest = await publish({ manifest: vote.manifest, issued, ballots })
})

const wrongIn = (findings: readonly Finding[]) =>
  findings.filter(({ verdict }) => verdict === 'wrong').map(({ check }): Check => check)
const forged = (changed: readonly TokenBallot[]) =>
  publish({ manifest: vote.manifest, issued, ballots: changed })

describe('a published file', () => {
  test('as it came out of the house is right in every point, with every receipt', async () => {
    expect(wrongIn(await verifyFile(honest))).toEqual([])
    for (const receipt of receipts) {
      const findings = await verifyFile(honest, { receipt, hash: honest.hash })
      expect(wrongIn(findings)).toEqual([])
      expect(findings.at(-1)).toMatchObject({ check: 'receipt', verdict: 'right' })
    }
  })

  test('with an altered ballot is found out, though hash and result were made to fit', async () => {
    const [first, ...rest] = ballots as [TokenBallot, ...TokenBallot[]]
    const file = await forged([{ ...first, ballot: '3' }, ...rest])
    expect(wrongIn(await verifyFile(file))).toEqual(['seals'])
    expect(wrongIn(await verifyFile(file, { receipt: receipts[0] as Receipt }))).toEqual(['seals', 'receipt'])
  })

  test('without one of the ballots is found out by its receipt, and by the hash in the minutes', async () => {
    const file = await forged(ballots.slice(1))
    expect(wrongIn(await verifyFile(file))).toEqual([])
    expect(wrongIn(await verifyFile(file, { receipt: receipts[0] as Receipt }))).toEqual(['receipt'])
    expect(wrongIn(await verifyFile(file, { hash: honest.hash }))).toEqual(['hash'])
  })

  test('with a ballot twice is found out', async () => {
    const file = await forged([...ballots, ballots[2] as TokenBallot])
    expect(wrongIn(await verifyFile(file))).toEqual(['doubled'])
  })

  test('with a ballot under a foreign signature is found out', async () => {
    const stranger = await openMadeUpVote()
    const token = await drawFrom({
      manifest: { ...vote.manifest, signers: stranger.manifest.signers },
      signers: stranger.signers,
    })
    const { ballot } = await castWith(vote, token, '3')
    expect(wrongIn(await verifyFile(await forged([...ballots, ballot])))).toEqual(['signatures'])
  })

  test('with more ballots than tokens is found out, each of them well signed', async () => {
    const more = await Promise.all(['3', '3'].map(async (line) => castWith(vote, await drawFrom(vote), line)))
    const file = await forged([...ballots, ...more.map(({ ballot }) => ballot)])
    expect(wrongIn(await verifyFile(file))).toEqual(['numbers'])
    const nine = { ...issued, tokens: 9, papers: 1 }
    const tooMany = await publish({ manifest: vote.manifest, issued: nine, ballots: file.ballots })
    expect((await verifyFile(tooMany)).find(({ check }) => check === 'numbers')?.wrong).toEqual([
      'roll 10 > 9',
    ])
  })

  test('with a wrong hash is found out, its own or the one in the minutes', async () => {
    const other = 'ab'.repeat(32)
    expect(wrongIn(await verifyFile({ ...honest, hash: other }))).toEqual(['hash'])
    expect(wrongIn(await verifyFile(honest, { hash: other }))).toEqual(['hash'])
    expect(wrongIn(await verifyFile({ ...honest, manifestHash: other }))).toEqual(['terms'])
  })

  test('with another result than its ballots have is found out', async () => {
    const outcome = { ...honest.outcome, winners: ['3'] } as PublishedFile['outcome']
    expect(wrongIn(await verifyFile({ ...honest, outcome }))).toEqual(['result'])
  })

  test('of an election holds names by their hash: one may be missing, a false one is found out', async () => {
    const names = [
      { key: '1', title: 'Kim', salt: 'a1' },
      { key: '2', title: 'Tea', salt: 'b2' },
    ]
    const options = await Promise.all(
      names.map(async (one) => ({ key: one.key, nameHash: await hashName(one) })),
    )
    const manifest = { ...vote.manifest, options: [...options, { key: '3', title: 'Niemand' }] }
    const file = { ...(await publish({ manifest, issued, ballots })), names }
    const said = async (...given: typeof names) =>
      (await verifyFile({ ...file, names: given })).find(({ check }) => check === 'names')
    expect(await said(...names)).toMatchObject({ verdict: 'right', count: 2 })
    expect(wrongIn(await verifyFile({ ...file, names: names.slice(1) }))).toEqual([])
    expect(await said({ key: '1', title: 'Tea', salt: 'a1' })).toMatchObject({
      verdict: 'wrong',
      wrong: ['Tea'],
    })
    expect(JSON.stringify(file.manifest)).not.toContain('Kim')
  })

  test('in the order of arrival is found out', async () => {
    const turned = { ...honest, ballots: [...honest.ballots].reverse() }
    expect(wrongIn(await verifyFile(turned))).toContain('order')
  })

  test('with a ballot under a code that was never printed is found out', async () => {
    const code = { way: 'code' as const, hash: 'cd'.repeat(32), ballot: '3' }
    const file = await publish({
      manifest: vote.manifest,
      issued: { ...issued, envelopes: 1 },
      ballots: [...ballots, code],
      codes: [code.hash],
    })
    expect(wrongIn(await verifyFile(file))).toEqual(['codes'])
  })

  test('with a later ballot of the same token is right for the earlier receipt too', async () => {
    const token = await drawFrom(vote)
    const early = await castWith(vote, token, '1')
    const late = await castWith(vote, { ...token, turn: 1 }, '2')
    const file = await forged([...ballots, late.ballot])
    expect(wrongIn(await verifyFile(file, { receipt: early.receipt }))).toEqual([])
    const stale = await forged([...ballots, early.ballot])
    expect(wrongIn(await verifyFile(stale, { receipt: late.receipt }))).toEqual(['receipt'])
  })

  test('with covered tokens holds each to its signature, and to four of them', async () => {
    const cover = (ones: readonly TokenBallot[], own: Partial<PublishedFile['issued']> = {}) =>
      publish({
        manifest: vote.manifest,
        issued: {
          ...issued,
          papers: 1,
          ...own,
          covered: ones.map(({ hash, message, signatures }) => ({ hash, message, signatures })),
        },
        ballots: [
          ...ballots.filter((one) => !ones.includes(one)),
          ...[...ones, { ballot: '3>1' }].map(({ ballot }) => ({ way: 'bare' as const, ballot })),
        ],
      })
    const few = ballots.slice(0, 4)
    const file = await cover(few)
    const receipt = receipts[0] as Receipt
    expect(wrongIn(await verifyFile(file, { receipt }))).toEqual([])
    expect((await verifyFile(file, { receipt })).at(-1)).toMatchObject({ verdict: 'cannot-tell' })
    expect(wrongIn(await verifyFile(await cover(ballots.slice(0, 5))))).toEqual(['covered'])
    const [first, ...rest] = few as [TokenBallot, ...TokenBallot[]]
    const forgedToken = { ...first, message: ballots[5]?.message ?? '' }
    expect(wrongIn(await verifyFile(await cover([forgedToken, ...rest])))).toContain('signatures')
    expect(wrongIn(await verifyFile(await cover(few, { papers: 0 })))).toEqual(['numbers'])
    const twice = { ...file, ballots: [...file.ballots, first] }
    expect(wrongIn(await verifyFile(twice))).toContain('doubled')
  })

  test('with two signers needs both: one alone cannot add a ballot', async () => {
    const two = await openMadeUpVote(2)
    const good = await castWith(two, await drawFrom(two), '1')
    const file = await publish({ manifest: two.manifest, issued, ballots: [good.ballot] })
    expect(wrongIn(await verifyFile(file))).toEqual([])
    const alone = {
      ...good.ballot,
      signatures: [good.ballot.signatures[0] ?? '', good.ballot.signatures[0] ?? ''],
    }
    const added = await publish({ manifest: two.manifest, issued, ballots: [alone] })
    expect(wrongIn(await verifyFile(added))).toEqual(['signatures'])
  })
})
