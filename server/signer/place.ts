// What a second signer keeps on its own machine: one folder for one vote, with its key, its codes, and what it signed.
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { hashOfCode, writeCode } from '#app/domain/polls/ballots/code.ts'
import type { BlindSigner } from '#app/domain/polls/ballots/keys.ts'
import type { SignerCard } from '#app/domain/polls/ballots/signer-card.ts'
import { makeSigner, openSigner } from '#server/ballots/signer.ts'

export interface NewPlace {
  readonly name: string
  readonly address: string
  /** The platform whose pages may ask. */
  readonly house: string
  readonly voters: number
}

/** One code was good for one token, known by the hash of its blinded message. */
interface Signed {
  readonly code: string
  readonly blinded: string
}

export interface Place {
  readonly card: SignerCard
  readonly house: string
  readonly codes: ReadonlySet<string>
  /** By the hash of the code. */
  readonly signed: ReadonlyMap<string, string>
  /** Null once the vote is over and the key is destroyed. */
  key(): BlindSigner | null
  /** On the disk when this returns; only then may a signature leave. */
  remember(signed: Signed): void
}

const fileIn = (folder: string) => ({
  place: path.join(folder, 'signer.json'),
  card: path.join(folder, 'karte.json'),
  key: path.join(folder, 'schluessel.json'),
  signed: path.join(folder, 'unterschrieben.jsonl'),
})

/** Makes key and codes. The codes are given back this once; what stays are their hashes. */
export async function makePlace(
  folder: string,
  { name, address, house, voters }: NewPlace,
  modulusLength?: number,
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const files = fileIn(folder)
  const key = await makeSigner(modulusLength)
  const { n, e } = openSigner(key).publicKey
  const card: SignerCard = { format: 'stimmtisch-signer-1', name, address, n, e }
  const codes = Array.from({ length: voters }, () => writeCode(new Uint8Array(randomBytes(10))))
  const hashes = await Promise.all(codes.map((code) => hashOfCode(n, code)))
  // 'wx': a folder with a key in it is never written over.
  writeFileSync(files.key, JSON.stringify(key), { mode: 0o600, flag: 'wx' })
  writeFileSync(files.place, JSON.stringify({ house, codes: hashes.sort() }), { mode: 0o600, flag: 'wx' })
  writeFileSync(files.card, `${JSON.stringify(card, null, 2)}\n`, { flag: 'wx' })
  writeFileSync(files.signed, '', { mode: 0o600, flag: 'wx' })
  return codes
}

export function isPlace(folder: string): boolean {
  return existsSync(fileIn(folder).place)
}

export function openPlace(folder: string): Place {
  const files = fileIn(folder)
  const { house, codes } = JSON.parse(readFileSync(files.place, 'utf8')) as {
    house: string
    codes: string[]
  }
  const signed = readSigned(files.signed)
  let opened: BlindSigner | null = null
  return {
    card: JSON.parse(readFileSync(files.card, 'utf8')) as SignerCard,
    house,
    codes: new Set(codes),
    signed,
    key() {
      // Destroyed from another terminal, it is gone for the running process too.
      if (!existsSync(files.key)) return null
      opened ??= openSigner(JSON.parse(readFileSync(files.key, 'utf8')))
      return opened
    },
    remember({ code, blinded }) {
      const file = openSync(files.signed, 'a')
      try {
        writeSync(file, `${JSON.stringify({ code, blinded })}\n`)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      signed.set(code, blinded)
    },
  }
}

/** A line that was cut short belongs to an answer that never left; it is cut off. */
function readSigned(file: string): Map<string, string> {
  const text = readFileSync(file, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole))
  const lines = whole.split('\n').filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      const { code, blinded } = JSON.parse(line) as Signed
      return [code, blinded]
    }),
  )
}

/** Overwrites and removes the key. */
export function destroyKey(folder: string): void {
  const { key } = fileIn(folder)
  if (!existsSync(key)) return
  const file = openSync(key, 'r+')
  try {
    writeSync(file, randomBytes(statSync(key).size))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  rmSync(key)
}
