// A secret vote that never saw a database: voters draw tokens from a real signer, and what comes out is a published file.
import { randomBytes } from 'node:crypto'
import { fromBase64Url, toBase64Url } from '#app/domain/polls/ballots/bytes.ts'
import type { BlindSigner } from '#app/domain/polls/ballots/keys.ts'
import { hashManifest, type Manifest } from '#app/domain/polls/ballots/manifest.ts'
import {
  hashContent,
  inPublishedOrder,
  type PublishedBallot,
  type PublishedContent,
  type PublishedFile,
} from '#app/domain/polls/ballots/published.ts'
import type { Receipt } from '#app/domain/polls/ballots/receipt.ts'
import { recount } from '#app/domain/polls/ballots/recount.ts'
import { digestOf } from '#app/domain/polls/ballots/signed-ballot.ts'
import { hashOfMessage } from '#app/domain/polls/ballots/token.ts'
import { drawToken, finishToken, sealNext, type Token } from '#app/domain/polls/ballots/wallet.ts'
import { makeSigner, openSigner } from '#server/ballots/signer.ts'

export type TokenBallot = Extract<PublishedBallot, { way: 'token' }>

export const random = (length: number) => new Uint8Array(randomBytes(length))

export async function openMadeUpVote(signerCount = 1) {
  const signers = await Promise.all(
    Array.from({ length: signerCount }, async () => openSigner(await makeSigner(2048))),
  )
  const house = signers[0] as BlindSigner
  const manifest: Manifest = {
    format: 'stimmtisch-manifest-1',
    pollId: '0198-made-up',
    address: 'https://stimmtisch.example/abstimmungen/4',
    question: 'Welcher Raum zuerst?',
    label: 'election',
    secrecy: 'blind',
    options: [
      { key: '1', title: 'Die Werkstatt' },
      { key: '2', title: 'Der Saal' },
      { key: '3', title: 'Das Kontor' },
    ],
    method: 'irv',
    settings: {},
    seats: 1,
    majority: 'most',
    majorityBase: 'marks',
    quorum: 0,
    rollSize: 9,
    opensAt: '2027-03-01T08:00:00.000Z',
    closesAt: '2027-03-08T18:00:00.000Z',
    signers: signers.map((signer, at) => ({ name: `Unterschrift ${at + 1}`, ...signer.publicKey })),
    receiptKey: house.receiptKey,
    codes: null,
  }
  return { manifest, signers, house }
}

export type MadeUpVote = Awaited<ReturnType<typeof openMadeUpVote>>

export async function drawFrom({
  manifest,
  signers,
}: Pick<MadeUpVote, 'manifest' | 'signers'>): Promise<Token> {
  const drawn = await drawToken(manifest, random)
  const answers = drawn.blinded.map(({ message }, at) => {
    const answer = signers[at]?.sign(fromBase64Url(message) ?? new Uint8Array())
    return toBase64Url(answer ?? new Uint8Array())
  })
  const token = await finishToken(manifest, drawn, answers)
  if (!token) throw new Error('The signatures do not fit.')
  return token
}

export async function castWith(
  { manifest, house }: MadeUpVote,
  token: Token,
  line: string,
): Promise<{ ballot: TokenBallot; receipt: Receipt }> {
  const sealed = await sealNext(token, line)
  const hash = await hashOfMessage(fromBase64Url(token.message) ?? new Uint8Array())
  const digest = await digestOf(sealed)
  const receipt: Receipt = {
    format: 'stimmtisch-receipt-1',
    pollId: manifest.pollId,
    hash,
    turn: sealed.turn,
    digest: toBase64Url(digest),
    signature: toBase64Url(house.signReceipt(digest)),
  }
  return { ballot: { way: 'token', hash, ...sealed }, receipt }
}

/** Publishes whatever is given as a careful forger would: sorted, hashed and counted so that all of it fits. */
export async function publish(
  content: Omit<PublishedContent, 'codes'> & { readonly codes?: readonly string[] },
): Promise<PublishedFile> {
  const whole = { codes: [], ...content, ballots: inPublishedOrder(content.ballots) }
  return {
    format: 'stimmtisch-ballots-1',
    ...whole,
    manifestHash: await hashManifest(whole.manifest),
    hash: await hashContent(whole),
    lots: null,
    ...recount(whole.manifest, whole.ballots, null),
  }
}
