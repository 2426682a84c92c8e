// `stimmtisch verify FILE`, and the whole of pruefen.mjs: checks the published ballots of a secret vote from end to end.
import { readFile } from 'node:fs/promises'
import { NotReadable, readPublished, readReceipt } from '#app/domain/polls/ballots/read-published.ts'
import { type Finding, isAllRight, unsignedIn, verifyFile } from '#app/domain/polls/ballots/verify.ts'
import german from '#app/i18n/de/ballots.json' with { type: 'json' }
import english from '#app/i18n/en/ballots.json' with { type: 'json' }

type Words = typeof german

interface Asked {
  readonly file: string
  readonly hash: string | null
  readonly receipt: string | null
  readonly json: boolean
  readonly words: Words
}

/** @returns the exit code: 0 when everything is right, 1 when something is not, 2 for what cannot be read */
export async function verify(args: readonly string[]): Promise<number> {
  const words = args.includes('--en') ? english : german
  const asked = readArguments(args, words)
  if (typeof asked === 'string') return say(asked)
  try {
    const file = await read(asked.file, words, readPublished)
    const receipt = asked.receipt === null ? null : await read(asked.receipt, words, readReceipt)
    const findings = await verifyFile(file, { hash: asked.hash, receipt })
    const told = { right: isAllRight(findings), hash: file.hash, unsigned: unsignedIn(file), findings }
    if (asked.json) console.info(JSON.stringify(told, null, 2))
    else {
      console.info(fill(words.verifier.question, { question: file.manifest.question }))
      const roll = file.manifest.rollSize ?? '–'
      console.info(fill(words.verifier.ballots, { count: file.ballots.length, roll }))
      console.info(fill(words.verifier.hash, { hash: file.hash }))
      for (const finding of findings) console.info(inWords(finding, words))
      const unsigned = unsignedIn(file)
      if (unsigned > 0) console.info(fill(words.verifier.unsigned, { unsigned, count: file.ballots.length }))
      console.info(isAllRight(findings) ? words.verifier['all-right'] : words.verifier.wrong)
    }
    return isAllRight(findings) ? 0 : 1
  } catch (error) {
    if (!(error instanceof BadFile)) throw error
    return say(error.message)
  }
}

function readArguments(args: readonly string[], words: Words): Asked | string {
  const rest = [...args]
  let file: string | null = null
  let hash: string | null = null
  let receipt: string | null = null
  let json = false
  for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
    if (next === '--hash') hash = rest.shift() ?? ''
    else if (next === '--beleg') receipt = rest.shift() ?? ''
    else if (next === '--json') json = true
    else if (next === '--en') continue
    else if (next.startsWith('--')) return fill(words.verifier['unknown-flag'], { flag: next })
    else file = next
  }
  return file === null ? words.verifier.usage : { file, hash, receipt, json, words }
}

async function read<T>(file: string, words: Words, parse: (text: string) => T): Promise<T> {
  const text = await readFile(file, 'utf8').catch(() => null)
  try {
    if (text === null) throw new NotReadable('not-there')
    return parse(text)
  } catch (error) {
    if (!(error instanceof NotReadable)) throw error
    throw new BadFile(`${file}: ${words.trouble[error.trouble]}`)
  }
}

class BadFile extends Error {}

function inWords({ check, verdict, count, wrong }: Finding, words: Words): string {
  const sentence = () => {
    if (verdict === 'right' || verdict === 'wrong') return words.check[check][verdict]
    return words[verdict]
  }
  const sign = { right: '✓', wrong: '✗', 'cannot-tell': '?', 'not-needed': '–' }[verdict]
  return `${sign} ${fill(sentence(), { count, wrong: wrong.slice(0, 5).join(', ') })}`
}

function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

function say(sentence: string): number {
  console.error(sentence)
  return 2
}
