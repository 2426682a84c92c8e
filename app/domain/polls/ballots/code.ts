// Knows a printed code: sixteen signs in groups of four, without letters that look alike.
import { sha256, textBytes, toHex } from './bytes.ts'

const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** As many sheets as one vote may have. */
export const mostCodes = 2_000

/** @param chance ten random bytes: eighty bits, so that nobody finds a code by trying */
export function writeCode(chance: Uint8Array): string {
  let rest = BigInt(`0x${toHex(chance)}`)
  let text = ''
  for (let place = 0; place < 16; place++) {
    text += signs[Number(rest % 32n)]
    rest /= 32n
  }
  return text.replace(/(.{4})(?!$)/g, '$1-')
}

/** The hash of a code, as the list of codes holds it. Spaces, hyphens and small letters make no difference. */
export async function hashOfCode(pollId: string, code: string): Promise<string> {
  return toHex(await sha256(textBytes(`${pollId}:${code.toUpperCase().replace(/[^0-9A-Z]/g, '')}`)))
}
