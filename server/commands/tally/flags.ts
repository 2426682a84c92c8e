/** What is asked of `tally`: the file, the method, and what the method needs to know besides. */
import { formOf, type Method, type Settings } from '#app/domain/polls/tally/count.ts'

export type Asked = {
  readonly file: string
  readonly method: Method
  readonly seats: number | null
  readonly budget: number | null
  readonly variant: Settings
  readonly defaultOption: string | null
  readonly lots: string | null
  readonly json: boolean
}

/** A command line that cannot be followed: one sentence. */
export class BadFlag extends Error {}

const usage =
  'tally FILE --method METHOD [--seats N] [--budget B] [--variant V] [--default-option X] [--lots a,b,c] [--json]'

const strengths: Readonly<Record<string, Settings>> = {
  'winning-votes': { strength: 'winning-votes' },
  winning: { strength: 'winning-votes' },
  margins: { strength: 'margins' },
  margin: { strength: 'margins' },
}

/** Variants by method, under every name they go by. */
const variants: Readonly<Partial<Record<Method, Readonly<Record<string, Settings>>>>> = {
  'single-choice': {
    relative: { majority: 'relative' },
    absolute: { majority: 'absolute' },
    'second-round': { majority: 'absolute' },
  },
  borda: { 'from-one': { lastPlace: 1 }, 'from-zero': { lastPlace: 0 } },
  schulze: strengths,
  'ranked-pairs': strengths,
  'equal-shares': {
    add1: { completion: 'add1' },
    phragmen: { completion: 'phragmen' },
    none: { completion: 'none' },
    plain: { completion: 'none' },
  },
}

/** @throws BadFlag with one sentence saying what is missing or not understood */
export function readFlags(args: readonly string[]): Asked {
  const values = new Map<string, string>()
  const files: string[] = []
  const known = new Set(['--method', '--seats', '--budget', '--variant', '--default-option', '--lots'])
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as string
    const [flag, own] = word.startsWith('--') ? split(word) : [word, undefined]
    if (flag === '--json') continue
    if (!word.startsWith('--')) files.push(word)
    else if (!known.has(flag)) throw new BadFlag(`There is no flag ${flag}. Use: ${usage}`)
    else {
      const value = own ?? args[++at]
      if (value === undefined) throw new BadFlag(`${flag} needs a value. Use: ${usage}`)
      values.set(flag, value)
    }
  }
  const [file] = files
  if (files.length !== 1 || file === undefined) throw new BadFlag(`Name one file. Use: ${usage}`)
  const method = values.get('--method')
  if (method === undefined || !isMethod(method)) {
    throw new BadFlag(`Name a method with --method: ${Object.keys(formOf).join(', ')}.`)
  }
  return {
    file,
    method,
    seats: wholeNumber(values.get('--seats'), '--seats'),
    budget: wholeNumber(values.get('--budget'), '--budget'),
    variant: variantOf(method, values.get('--variant')),
    defaultOption: values.get('--default-option') ?? null,
    lots: values.get('--lots') ?? null,
    json: args.includes('--json'),
  }
}

function isMethod(name: string): name is Method {
  return Object.hasOwn(formOf, name)
}

function split(word: string): [string, string | undefined] {
  const at = word.indexOf('=')
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}

function wholeNumber(value: string | undefined, flag: string): number | null {
  if (value === undefined) return null
  const number = Number(value)
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new BadFlag(`${flag} takes a whole number above 0, not "${value}".`)
  }
  return number
}

function variantOf(method: Method, variant: string | undefined): Settings {
  if (variant === undefined) return {}
  const own = variants[method]
  const found = own && Object.hasOwn(own, variant) ? own[variant] : undefined
  if (found) return found
  throw new BadFlag(
    own
      ? `${method} has the variants ${Object.keys(own).join(', ')}, not "${variant}".`
      : `${method} has no variants.`,
  )
}

/**
 * The lots as typed, best first, names apart at commas. A name may hold commas itself, so the longest that fits is taken.
 * Options not named come after those that are, in the order of the file.
 */
export function lotsIn(typed: string, options: readonly string[]): readonly string[] {
  const lots: string[] = []
  const words = typed.split(',')
  while (words.length > 0) {
    let length = words.length
    while (length > 0 && !options.includes(words.slice(0, length).join(',').trim())) length -= 1
    if (length === 0) throw new BadFlag(`--lots names "${words[0]?.trim()}", which is not an option.`)
    const name = words.splice(0, length).join(',').trim()
    if (lots.includes(name)) throw new BadFlag(`--lots names "${name}" twice.`)
    lots.push(name)
  }
  return [...lots, ...options.filter((option) => !lots.includes(option))]
}
