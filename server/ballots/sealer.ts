// AES-256-GCM and HMAC under the key of one vote.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Sealer } from '#app/domain/polls/ballots/keys.ts'

const cipher = 'aes-256-gcm'
const ivLength = 12
const tagLength = 16

export function makeSealingKey(): string {
  return randomBytes(64).toString('base64url')
}

export function openSealer(stored: string): Sealer {
  const both = Buffer.from(stored, 'base64url')
  const [sealing, marking] = [both.subarray(0, 32), both.subarray(32)]
  return {
    seal(text, length) {
      const iv = randomBytes(ivLength)
      const padded = Buffer.alloc(Math.max(length, Buffer.byteLength(text)), ' ')
      padded.write(text)
      const encrypting = createCipheriv(cipher, sealing, iv)
      const body = Buffer.concat([encrypting.update(padded), encrypting.final()])
      return Buffer.concat([iv, body, encrypting.getAuthTag()]).toString('base64')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64')
      const opening = createDecipheriv(cipher, sealing, bytes.subarray(0, ivLength))
      opening.setAuthTag(bytes.subarray(bytes.length - tagLength))
      const body = bytes.subarray(ivLength, bytes.length - tagLength)
      return Buffer.concat([opening.update(body), opening.final()])
        .toString('utf8')
        .trimEnd()
    },
    mark: (text) => createHmac('sha256', marking).update(text).digest('hex'),
  }
}
