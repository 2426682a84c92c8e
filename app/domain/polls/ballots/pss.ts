// The encoding that a signature signs: EMSA-PSS of RFC 8017 §9.1 with SHA-384 and MGF1, as RFC 9474 asks for.
import { fromNumber, joinBytes, sha384 } from './bytes.ts'

const digestLength = 48

/**
 * Encodes a message for signing.
 * @param salt 48 random bytes, or none for the variants without salt
 * @param bits one less than the modulus has
 * @throws RangeError when the key is too short for digest and salt
 */
export async function encodePss(message: Uint8Array, salt: Uint8Array, bits: number): Promise<Uint8Array> {
  const length = Math.ceil(bits / 8)
  if (length < digestLength + salt.length + 2) throw new RangeError('the key is too short')
  const digest = await sha384(joinBytes(new Uint8Array(8), await sha384(message), salt))
  const block = new Uint8Array(length - digestLength - 1)
  block[block.length - salt.length - 1] = 1
  block.set(salt, block.length - salt.length)
  const mask = await mgf1(digest, block.length)
  const masked = block.map((byte, at) => byte ^ (mask[at] ?? 0))
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits))
  return joinBytes(masked, digest, Uint8Array.of(0xbc))
}

async function mgf1(seed: Uint8Array, length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for (let counter = 0; counter * digestLength < length; counter++) {
    parts.push(await sha384(joinBytes(seed, fromNumber(BigInt(counter), 4))))
  }
  return joinBytes(...parts).slice(0, length)
}
