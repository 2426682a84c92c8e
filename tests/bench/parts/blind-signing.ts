// How many tokens one core signs blind in a second, beside the bare private operation of the system.
import { constants, createPrivateKey, privateDecrypt } from 'node:crypto'
import { fromBase64Url } from '#app/domain/polls/ballots/bytes.ts'
import { makeSigner, openSigner } from '#server/ballots/signer.ts'
import type { Part } from '../part.ts'

const rounds = 400

export const blindSigning: Part = {
  name: 'blind-signing',
  about: 'tokens signed blind on one core, checked before they leave, beside the bare private operation',
  async run(bench) {
    bench.say('blind signing')
    const stored = await makeSigner()
    const signer = openSigner(stored)
    const message = fromBase64Url(signer.publicKey.n) ?? new Uint8Array()
    message[0] = 0
    const key = createPrivateKey(stored.rsa)
    const ours = perSecondOfCore(() => signer.sign(message))
    const bare = perSecondOfCore(() => privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, message))
    return [
      {
        title: 'Blind signing, RSA 3072',
        columns: ['what', 'a second of one core'],
        rows: [
          ['tokens, each checked', Math.round(ours)],
          ['bare private operation', Math.round(bare)],
        ],
        aims: [{ what: 'tokens signed blind', value: ours, limit: 200, better: 'more', unit: 'a second' }],
        bars: [{ label: 'blind signing', ours, bare, unit: 'a second' }],
      },
    ]
  },
}

/** By processor time: other work on the machine does not count. */
function perSecondOfCore(work: () => unknown): number {
  for (let warm = 0; warm < 20; warm++) work()
  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round++) work()
  const { user, system } = process.cpuUsage(before)
  return rounds / ((user + system) / 1_000_000)
}
