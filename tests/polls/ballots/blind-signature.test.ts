// The published test vectors of RFC 9474 (Appendix A), and what a voter and a signer do with them.
import { constants, createPrivateKey, createPublicKey, privateDecrypt, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  blindMessage,
  finalizeSignature,
  type PublicKey,
  prepareMessage,
  publicKeyOf,
  verifySignature,
} from '#app/domain/polls/ballots/blind-signature.ts'
import { fromBase64Url, fromNumber, toBase64Url, toHex, toNumber } from '#app/domain/polls/ballots/bytes.ts'
import { modInverse } from '#app/domain/polls/ballots/modular.ts'
import { isMissing, readReference } from '../../reference-data.ts'

interface Vector {
  readonly [field: string]: string
  readonly name: string
}

const file = 'ballots/rfc9474-vectors.json'
const vectors = isMissing(file) ? [] : readReference<Vector[]>(file)
const bytes = (hex = '') => new Uint8Array(Buffer.from(hex.replace(/^0x/, ''), 'hex'))
const hex = (value: Uint8Array | null) => (value ? toHex(value) : null)

/** Random bytes as the vector drew them, in the order a voter draws. */
const drawn = (...parts: readonly Uint8Array[]) => {
  const rest = [...parts]
  return (length: number) => {
    const part = rest.shift() ?? new Uint8Array()
    return length === 0 ? part : fromNumber(toNumber(part), length)
  }
}

describe.skipIf(isMissing(file)).each(vectors)('$name', (vector) => {
  const key: PublicKey = publicKeyOf(bytes(vector.n), bytes(vector.e))
  const salt = bytes(vector.salt)
  const prefix = bytes(vector.msg_prefix)
  const saltLength = Number(vector.sLen)

  test('a voter prepares, blinds and unblinds exactly as the vector says', async () => {
    const prepared = prefix.length > 0 ? prepareMessage(bytes(vector.msg), drawn(prefix)) : bytes(vector.msg)
    expect(hex(prepared)).toBe(hex(bytes(vector.input_msg)))
    const modulus = toNumber(bytes(vector.n))
    const factor = fromNumber(modInverse(toNumber(bytes(vector.inv)), modulus) ?? 0n, bytes(vector.n).length)
    const { blindedMessage, inverse } = await blindMessage(key, prepared, drawn(salt, factor), saltLength)
    expect(hex(blindedMessage)).toBe(vector.blinded_msg)
    const signature = await finalizeSignature(key, prepared, bytes(vector.blind_sig), inverse, saltLength)
    expect(hex(signature)).toBe(vector.sig)
  })

  test('the system signs the blinded message to the very byte, and its own check accepts the outcome', () => {
    const signer = createPrivateKey({ key: privateJwk(vector), format: 'jwk' })
    const signed = privateDecrypt(
      { key: signer, padding: constants.RSA_NO_PADDING },
      bytes(vector.blinded_msg),
    )
    expect(signed.toString('hex')).toBe(vector.blind_sig)
    const pss = { key: createPublicKey(signer), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
    expect(verify('sha384', bytes(vector.input_msg), pss, bytes(vector.sig))).toBe(true)
  })

  test('a signature with one bit changed, or of another message, is none', async () => {
    const prepared = bytes(vector.input_msg)
    const signature = bytes(vector.sig)
    expect(await verifySignature(key, prepared, signature, saltLength)).toBe(true)
    const bent = Uint8Array.from(signature, (byte, place) => (place === 7 ? byte ^ 1 : byte))
    expect(await verifySignature(key, prepared, bent, saltLength)).toBe(false)
    expect(await verifySignature(key, bytes(`${vector.input_msg}00`), signature, saltLength)).toBe(false)
    const inverse = toNumber(bytes(vector.inv))
    expect(await finalizeSignature(key, prepared, bent, inverse, saltLength)).toBeNull()
  })
})

test('one thing is written in one way only: other spellings of the same bytes are not read', () => {
  expect(fromBase64Url(toBase64Url(Uint8Array.of(255, 254)))).toEqual(Uint8Array.of(255, 254))
  expect(toBase64Url(Uint8Array.of(255, 254))).toBe('__4')
  for (const other of ['__5', '__4=', '//4', '', 'a b', '__4\n']) expect(fromBase64Url(other)).toBeNull()
})

function privateJwk(vector: Vector) {
  const [p, q, d] = [vector.p, vector.q, vector.d].map((value) => toNumber(bytes(value))) as [
    bigint,
    bigint,
    bigint,
  ]
  const size = bytes(vector.p).length
  const text = (value: bigint) => toBase64Url(fromNumber(value, size))
  return {
    kty: 'RSA',
    ...publicKeyOf(bytes(vector.n), bytes(vector.e)),
    d: toBase64Url(bytes(vector.d)),
    p: text(p),
    q: text(q),
    dp: text(d % (p - 1n)),
    dq: text(d % (q - 1n)),
    qi: text(modInverse(q, p) ?? 0n),
  }
}
