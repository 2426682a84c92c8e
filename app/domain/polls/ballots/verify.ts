// Checks a published file from end to end: whoever has it can tell whether a ballot was added, changed, doubled or lost.

import { fewestSecret } from '../terms.ts'
import { fromBase64Url, toBase64Url } from './bytes.ts'
import { canonical, type Json } from './canonical.ts'
import { hashCodes, hashManifest } from './manifest.ts'
import { wrongNames } from './names.ts'
import {
  type CoveredToken,
  hashContent,
  type Issued,
  inPublishedOrder,
  type PublishedBallot,
  type PublishedFile,
} from './published.ts'
import { isReceiptGenuine, type Receipt } from './receipt.ts'
import { recount } from './recount.ts'
import { digestOf, isSealed } from './signed-ballot.ts'
import { hashOfMessage, isSignedByAll, voterKeyIn } from './token.ts'

export const checks = [
  'terms', // the terms are those of the stated hash
  'names', // the names beside them are those of their hashes
  'hash', // the ballots are those of the stated hash
  'order', // the order tells nothing
  'signatures', // every ballot with a token is signed by every signer
  'seals', // and sealed by the device that drew the token
  'covered', // no more of them are without proof than the few beside them need
  'codes', // every ballot with a code has one that was printed
  'doubled', // no token and no code twice
  'numbers', // no more ballots than tokens, codes and voters
  'result', // the recount is the published result
  'receipt', // the receipt's ballot is there, unchanged
] as const
export type Check = (typeof checks)[number]

export interface Finding {
  readonly check: Check
  readonly verdict: 'right' | 'wrong' | 'cannot-tell' | 'not-needed'
  /** What was looked at: so many ballots, or the ones that are wrong by hash. */
  readonly count: number
  readonly wrong: readonly string[]
}

export interface Wanted {
  /** The hash from the minutes, in hexadecimal; null: the one in the file is taken. */
  readonly hash?: string | null
  readonly receipt?: Receipt | null
}

type Token = Extract<PublishedBallot, { way: 'token' }>
type Coded = Extract<PublishedBallot, { way: 'code' }>

/** Every check, in order. Reads the file only; asks nobody. */
export async function verifyFile(file: PublishedFile, wanted: Wanted = {}): Promise<readonly Finding[]> {
  const tokens = file.ballots.filter((ballot): ballot is Token => ballot.way === 'token')
  const coded = file.ballots.filter((ballot): ballot is Coded => ballot.way === 'code')
  const count = file.ballots.length
  const hash = await hashContent(file)
  const covered = file.issued.covered ?? []
  const signed = [...tokens, ...covered]
  const findings: Finding[] = [
    told('terms', 1, (await hashManifest(file.manifest)) === file.manifestHash ? [] : [file.manifestHash]),
    told('names', file.names?.length ?? 0, await wrongNames(file.manifest, file.names ?? [])),
    told('hash', count, hash === file.hash && hash === (wanted.hash ?? hash) ? [] : [hash]),
    told('order', count, isInOrder(file.ballots) ? [] : ['']),
    told('signatures', signed.length, await wrongOnes(signed, (one) => isWellSigned(file, one))),
    told('seals', tokens.length, await wrongOnes(tokens, (one) => isWellSealed(file, one))),
    told(
      'covered',
      covered.length,
      covered.slice(fewestSecret - 1).map((one) => one.hash),
    ),
    told('codes', coded.length, await wrongCodes(file, coded)),
    told('doubled', count, doubledIn([...signed, ...coded].map((one) => one.hash))),
    told('numbers', count, wrongNumbers(file)),
    told('result', count, isResultRight(file) ? [] : ['']),
  ]
  if (wanted.receipt) findings.push(await checkReceipt(file, tokens, wanted.receipt))
  return findings
}

/** Ballots that carry nobody's signature though others do: with a printed code, or on paper. */
export function unsignedIn({
  manifest,
  issued,
  ballots,
}: Pick<PublishedFile, 'manifest' | 'issued' | 'ballots'>): number {
  if (manifest.signers.length === 0) return 0
  return ballots.filter(({ way }) => way !== 'token').length - (issued.covered?.length ?? 0)
}

export function isAllRight(findings: readonly Finding[]): boolean {
  return findings.every(({ verdict }) => verdict !== 'wrong')
}

function told(check: Check, count: number, wrong: readonly string[]): Finding {
  if (wrong.length > 0) return { check, verdict: 'wrong', count, wrong }
  return { check, verdict: count === 0 ? 'not-needed' : 'right', count, wrong }
}

async function wrongOnes<T extends CoveredToken>(
  ballots: readonly T[],
  isRight: (one: T) => Promise<boolean>,
) {
  const wrong: string[] = []
  for (const ballot of ballots) if (!(await isRight(ballot))) wrong.push(ballot.hash)
  return wrong
}

async function isWellSigned({ manifest }: PublishedFile, ballot: CoveredToken): Promise<boolean> {
  const message = fromBase64Url(ballot.message)
  if (message === null || voterKeyIn(message, manifest.pollId) === null) return false
  if ((await hashOfMessage(message)) !== ballot.hash) return false
  return isSignedByAll(manifest.signers, message, ballot.signatures)
}

async function isWellSealed({ manifest }: PublishedFile, ballot: Token): Promise<boolean> {
  const message = fromBase64Url(ballot.message)
  const voterKey = message && voterKeyIn(message, manifest.pollId)
  return voterKey !== null && (await isSealed(ballot, voterKey))
}

async function wrongCodes(file: PublishedFile, coded: readonly Coded[]): Promise<readonly string[]> {
  const printed = file.manifest.codes ?? { count: 0, hash: await hashCodes([]) }
  const known = new Set(file.codes)
  const unknown = coded.filter((one) => !known.has(one.hash)).map((one) => one.hash)
  const listRight = known.size === printed.count && (await hashCodes([...known])) === printed.hash
  return listRight ? unknown : [...unknown, printed.hash]
}

function doubledIn(hashes: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return hashes.filter((hash) => seen.size === seen.add(hash).size)
}

/** No way has more ballots than voters who took it, and all together are no more than the roll. A covered ballot is bare. */
function wrongNumbers({ ballots, issued, manifest, codes }: PublishedFile): readonly string[] {
  const cast = (way: PublishedBallot['way']) => ballots.filter((ballot) => ballot.way === way).length
  const covered = issued.covered?.length ?? 0
  const coded = Math.min(issued.envelopes, codes.length)
  const rest = coded + issued.papers + issued.separate
  const limits: readonly (readonly [name: string, cast: number, most: number])[] = [
    ['token', cast('token') + covered, issued.tokens],
    ['code', cast('code'), coded],
    ['paper', cast('paper'), issued.papers],
    ['separate', cast('separate'), issued.separate],
    ['bare', ballots.length - cast('token') - covered, rest],
    // A token among the bare ones brings its ballot along.
    ['covered', covered, cast('bare')],
    ['roll', allIssued(issued), manifest.rollSize ?? Number.POSITIVE_INFINITY],
  ]
  return limits
    .filter(([, some, most]) => some > most)
    .map(([name, some, most]) => `${name} ${some} > ${most}`)
}

export function allIssued({ tokens, envelopes, papers, separate }: Issued): number {
  return tokens + envelopes + papers + separate
}

function isInOrder(ballots: readonly PublishedBallot[]): boolean {
  return inPublishedOrder(ballots).every((ballot, at) => ballot === ballots[at])
}

function isResultRight(file: PublishedFile): boolean {
  try {
    const { result, outcome } = recount(file.manifest, file.ballots, file.lots)
    return same(outcome, file.outcome) && (file.result === null || same(result, file.result))
  } catch {
    return false
  }
}

function same(a: unknown, b: unknown): boolean {
  // What was read from a file has been through JSON; what was just counted has not.
  const plain = (value: unknown) => canonical(JSON.parse(JSON.stringify(value ?? null)) as Json)
  return plain(a) === plain(b)
}

async function checkReceipt(
  file: PublishedFile,
  tokens: readonly Token[],
  receipt: Receipt,
): Promise<Finding> {
  const finding = (verdict: Finding['verdict']) => ({
    check: 'receipt' as const,
    verdict,
    count: 1,
    wrong: [receipt.hash],
  })
  if (receipt.pollId !== file.manifest.pollId || file.manifest.receiptKey === null)
    return finding('cannot-tell')
  const genuine = await isReceiptGenuine(receipt, file.manifest.receiptKey)
  if (genuine === false) return finding('cannot-tell')
  // Counted, but nobody can say any more which line it is.
  if (file.issued.covered?.some(({ hash }) => hash === receipt.hash)) return finding('cannot-tell')
  const own = tokens.find((ballot) => ballot.hash === receipt.hash)
  if (!own || own.turn < receipt.turn) return finding('wrong')
  // A later ballot of the same token took the place of this one.
  if (own.turn > receipt.turn) return finding('right')
  return finding(toBase64Url(await digestOf(own)) === receipt.digest ? 'right' : 'wrong')
}
