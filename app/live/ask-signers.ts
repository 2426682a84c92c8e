// Asks every signer of a vote for its blind signature: the house through its own door, a second one on its own machine.
import type { Signer } from '#app/domain/polls/ballots/manifest.ts'
import type { DrawnToken } from '#app/domain/polls/ballots/wallet.ts'
import { post } from './post.ts'

/** What a second signer may say instead of signing; the page has a sentence for each. */
export const signerTroubles = ['code-unknown', 'code-used', 'not-readable', 'over'] as const
export type SignerTrouble = (typeof signerTroubles)[number] | 'away'

/**
 * The signatures in the order of the signers. The second signer is asked first: a code typed wrongly then costs nothing.
 * Each gives the same answer to the same question, so that all of it may be tried again.
 * @throws `{ word: 'signer-…' }` where a second signer does not sign, else what `post` throws
 */
export async function askSigners(
  signers: readonly Signer[],
  { blinded }: Pick<DrawnToken, 'blinded'>,
  { house, code }: { readonly house: string; readonly code: string },
): Promise<readonly string[]> {
  const messageFor = (at: number) => blinded[at]?.message ?? ''
  const answers: string[] = []
  for (const [at, { address }] of [...signers.entries()].reverse()) {
    answers[at] =
      address === undefined
        ? await askHouse(house, messageFor(at))
        : await askOther(address, code, messageFor(at))
  }
  return answers
}

async function askHouse(to: string, blindedMessage: string): Promise<string> {
  const form = new FormData()
  form.set('blindedMessage', blindedMessage)
  const { blindSignatures } = await post<{ blindSignatures: string[] }>(to, { body: form })
  return blindSignatures[0] ?? ''
}

async function askOther(address: string, code: string, blindedMessage: string): Promise<string> {
  const said = await saidBy(address, JSON.stringify({ code, blindedMessage }))
  if (typeof said.blindSignature === 'string') return said.blindSignature
  const reason = signerTroubles.find((one) => one === said.reason) ?? 'away'
  throw { word: `signer-${reason}` }
}

/** Without cookies and without a word of where from: this machine is to know a code and nothing else. */
async function saidBy(address: string, body: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const response = await fetch(`${address}/unterschrift`, {
      method: 'POST',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(20_000),
      body,
    })
    return (await response.json()) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}
