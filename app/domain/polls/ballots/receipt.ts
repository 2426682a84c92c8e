// A receipt: the house's signature under "this ballot has arrived". It proves a ballot that is missing or was changed,
// without telling who cast it or what it says.
import { fromBase64Url } from './bytes.ts'

export interface Receipt {
  readonly format: 'stimmtisch-receipt-1'
  readonly pollId: string
  /** Under which hash the ballot is published. */
  readonly hash: string
  readonly turn: number
  /** SHA-256 over the whole ballot, base64url. */
  readonly digest: string
  /** Ed25519 over the digest, base64url. */
  readonly signature: string
}

/** Null where this browser cannot check Ed25519. */
export async function isReceiptGenuine(receipt: Receipt, receiptKey: string): Promise<boolean | null> {
  const key = fromBase64Url(receiptKey)
  const digest = fromBase64Url(receipt.digest)
  const signature = fromBase64Url(receipt.signature)
  if (!key || !digest || !signature) return false
  try {
    const imported = await crypto.subtle.importKey('raw', key as BufferSource, { name: 'Ed25519' }, false, [
      'verify',
    ])
    return await crypto.subtle.verify(
      { name: 'Ed25519' },
      imported,
      signature as BufferSource,
      digest as BufferSource,
    )
  } catch {
    return null
  }
}
