// Reads a published file that may come from anywhere: what is no such file is said in one sentence.
import type { PublishedBallot, PublishedFile } from './published.ts'
import type { Receipt } from './receipt.ts'

export const troubles = [
  'no-json',
  'no-ballots',
  'no-receipt',
  'part-missing',
  'ballot-incomplete',
  'not-there',
] as const
export type Trouble = (typeof troubles)[number]

export class NotReadable extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(trouble)
    this.trouble = trouble
  }
}

/** @throws NotReadable */
export function readPublished(text: string): PublishedFile {
  const file = thingIn(text)
  if (file.format !== 'stimmtisch-ballots-1') throw new NotReadable('no-ballots')
  const { manifest, issued, codes, ballots } = file
  const whole =
    isThing(manifest) &&
    typeof manifest.pollId === 'string' &&
    Array.isArray(manifest.options) &&
    Array.isArray(manifest.signers) &&
    isThing(issued) &&
    isCovered(issued.covered ?? []) &&
    isThing(file.outcome) &&
    Array.isArray(codes) &&
    Array.isArray(ballots)
  if (!whole) throw new NotReadable('part-missing')
  if (!ballots.every(isBallot)) throw new NotReadable('ballot-incomplete')
  return file as unknown as PublishedFile
}

/** @throws NotReadable */
export function readReceipt(text: string): Receipt {
  const receipt = thingIn(text)
  if (receipt.format !== 'stimmtisch-receipt-1') throw new NotReadable('no-receipt')
  const texts = [receipt.pollId, receipt.hash, receipt.digest, receipt.signature]
  if (texts.some((one) => typeof one !== 'string') || typeof receipt.turn !== 'number') {
    throw new NotReadable('part-missing')
  }
  return receipt as unknown as Receipt
}

type Thing = { readonly [key: string]: unknown }

function thingIn(text: string): Thing {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new NotReadable('no-json')
  }
  if (!isThing(value)) throw new NotReadable('no-json')
  return value
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isBallot(value: unknown): value is PublishedBallot {
  if (!isThing(value) || typeof value.ballot !== 'string') return false
  switch (value.way) {
    case 'bare':
    case 'paper':
    case 'separate':
      return true
    case 'code':
      return typeof value.hash === 'string'
    case 'token':
      return isSigned(value) && typeof value.seal === 'string' && typeof value.turn === 'number'
    default:
      return false
  }
}

function isCovered(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => isThing(one) && isSigned(one))
}

function isSigned(value: Thing): boolean {
  return (
    typeof value.hash === 'string' &&
    typeof value.message === 'string' &&
    Array.isArray(value.signatures) &&
    value.signatures.every((one) => typeof one === 'string')
  )
}
