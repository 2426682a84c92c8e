// Signs blinded messages with the system's own RSA, whose time does not depend on the key, and receipts with Ed25519.
import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  sign,
} from 'node:crypto'
import { promisify } from 'node:util'
import type { BlindSigner } from '#app/domain/polls/ballots/keys.ts'

export interface StoredSigner {
  /** PKCS #8, PEM. */
  readonly rsa: string
  readonly receipt: string
}

const generate = promisify(generateKeyPair)

/** @param modulusLength shorter keys are for tests, which make many */
export async function makeSigner(modulusLength = 3072): Promise<StoredSigner> {
  const rsa = await generate('rsa', { modulusLength })
  const receipt = await generate('ed25519')
  const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { rsa: pem(rsa.privateKey), receipt: pem(receipt.privateKey) }
}

export function openSigner(stored: StoredSigner): BlindSigner {
  const rsa = createPrivateKey(stored.rsa)
  const rsaPublic = createPublicKey(rsa)
  const receipt = createPrivateKey(stored.receipt)
  const { n = '', e = '' } = rsaPublic.export({ format: 'jwk' })
  const { x = '' } = createPublicKey(receipt).export({ format: 'jwk' })
  const raw = { padding: constants.RSA_NO_PADDING }
  const modulus = Buffer.from(n, 'base64url')
  return {
    publicKey: { n, e },
    receiptKey: x,
    sign(blindedMessage) {
      if (blindedMessage.length !== modulus.length || Buffer.compare(blindedMessage, modulus) >= 0)
        return null
      const signed = privateDecrypt({ key: rsa, ...raw }, blindedMessage)
      // One wrong bit in a signature could give the key away, so none leaves the house unchecked.
      const back = publicEncrypt({ key: rsaPublic, ...raw }, signed)
      if (Buffer.compare(back, blindedMessage) !== 0) throw new Error('A blind signature came out wrong.')
      return new Uint8Array(signed)
    },
    signReceipt: (digest) => new Uint8Array(sign(null, digest, receipt)),
  }
}
