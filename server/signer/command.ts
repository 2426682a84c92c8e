// `stimmtisch signer …`, and the whole of zweite-unterschrift.mjs: a committee's own half of a vote with two signatures.
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { mostCodes } from '#app/domain/polls/ballots/code.ts'
import { isAddress } from '#app/domain/polls/ballots/signer-card.ts'
import german from '#app/i18n/de/ballots.json' with { type: 'json' }
import english from '#app/i18n/en/ballots.json' with { type: 'json' }
import { destroyKey, isPlace, makePlace, openPlace } from './place.ts'
import { openSignerServer } from './serve.ts'

const flags = {
  name: { type: 'string' },
  address: { type: 'string' },
  house: { type: 'string' },
  voters: { type: 'string' },
  port: { type: 'string', default: '8443' },
  host: { type: 'string', default: '127.0.0.1' },
  cert: { type: 'string' },
  key: { type: 'string' },
  en: { type: 'boolean', default: false },
} as const

type Flags = ReturnType<typeof readFlags>['values']

/** @returns the exit code: 0, or 2 with one sentence for what cannot be done */
export async function signer(args: readonly string[]): Promise<number> {
  const words = (args.includes('--en') ? english : german).signer
  const no = (sentence: string) => {
    console.error(sentence)
    return 2
  }
  try {
    const { values, positionals } = readFlags(args)
    const [deed, folder] = positionals
    if (folder === undefined || positionals.length > 2) return no(words.usage)
    if (deed === 'new') return await begin(folder, values, words, no)
    if (deed !== 'serve' && deed !== 'close') return no(words.usage)
    if (!isPlace(folder)) return no(fill(words['no-place'], { folder }))
    return deed === 'serve' ? await serve(folder, values, words, no) : close(folder, words)
  } catch (error) {
    if (!isBadFlag(error)) throw error
    return no(words.usage)
  }
}

type Words = (typeof german)['signer']
type No = (sentence: string) => number

function readFlags(args: readonly string[]) {
  return parseArgs({ args: [...args], options: flags, allowPositionals: true })
}

async function begin(folder: string, values: Flags, words: Words, no: No): Promise<number> {
  const { name = '', address = '', house = '' } = values
  const voters = Number(values.voters)
  if (isPlace(folder)) return no(fill(words['place-taken'], { folder }))
  if (name.trim().length < 2 || name.length > 80) return no(words['name-wrong'])
  if (!isAddress(address) || !isAddress(house)) return no(words['address-wrong'])
  if (!Number.isInteger(voters) || voters < 1 || voters > mostCodes) return no(words['voters-wrong'])
  const codes = await makePlace(folder, { name: name.trim(), address, house, voters })
  console.error(fill(words.made, { folder }))
  // The codes alone go to the standard output, so that they can be handed to a printer.
  console.info(codes.join('\n'))
  return 0
}

/** Runs until it is stopped. */
async function serve(folder: string, values: Flags, words: Words, no: No): Promise<number> {
  const place = openPlace(folder)
  if (place.key() === null) return no(words.over)
  const { port, host, cert, key } = values
  if (!/^\d{1,5}$/.test(port) || (cert === undefined) !== (key === undefined)) return no(words.usage)
  const server = openSignerServer(place, cert && key ? { cert, key } : null)
  const stopped = new Promise<void>((resolve, reject) => {
    server.once('close', resolve)
    server.once('error', reject)
  })
  server.listen(Number(port), host, () => {
    const at = (server.address() as AddressInfo).port
    console.info(fill(words.serving, { address: place.card.address, host, port: at }))
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close()
      server.closeAllConnections()
    })
  }
  await stopped
  return 0
}

function close(folder: string, words: Words): number {
  const { codes, signed } = openPlace(folder)
  destroyKey(folder)
  console.info(fill(words.closed, { signed: signed.size, codes: codes.size }))
  return 0
}

function isBadFlag(error: unknown): boolean {
  return String((error as { code?: unknown } | null)?.code).startsWith('ERR_PARSE_ARGS')
}

function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}
