// What stands behind `npm run bench --`: parts by name, sizes with commas or blanks between them, and whether to write.

export interface Wish {
  /** None: all of them. */
  readonly names: readonly string[]
  /** Smallest first. */
  readonly sizes: readonly number[]
  readonly write: boolean
  readonly help: boolean
  /** A sentence for each word that means nothing. */
  readonly wrong: readonly string[]
}

const allSizes = [1_000, 100_000, 1_000_000]
/** Conversations have 25 contributions, a tenth of a big town is a single one, and pages ask for a dozen of ideas. */
const smallest = 1_000
const step = 250

export function wishIn(args: readonly string[], known: readonly string[]): Wish {
  const names: string[] = []
  const sizes: number[] = []
  const wrong: string[] = []
  const said = { write: false, help: false, sizes: false }
  for (const arg of args) {
    if (arg === '--write' || arg === '--help') said[arg === '--write' ? 'write' : 'help'] = true
    else if (arg === '--sizes' || arg.startsWith('--sizes=')) {
      said.sizes = true
      sizes.push(...numbersIn(arg.slice('--sizes='.length), wrong))
    } else if (said.sizes && /^[\d,_]+$/.test(arg)) sizes.push(...numbersIn(arg, wrong))
    else if (known.includes(arg)) names.push(arg)
    else wrong.push(arg.startsWith('--') ? `'${arg}' means nothing here.` : `There is no part '${arg}'.`)
  }
  if (said.sizes && sizes.length === 0) wrong.push('--sizes wants numbers of contributions.')
  const asked = [...new Set(sizes)].sort((a, b) => a - b)
  return { names, sizes: asked.length > 0 ? asked : allSizes, write: said.write, help: said.help, wrong }
}

function numbersIn(text: string, wrong: string[]): readonly number[] {
  const numbers = text
    .split(',')
    .filter((one) => one !== '')
    .map((one) => Number(one.replaceAll('_', '')))
  for (const one of numbers)
    if (!Number.isSafeInteger(one) || one < smallest || one % (one >= 100_000 ? step : 25) !== 0)
      wrong.push(
        `There is no town with ${one} contributions: 1000 at least, in steps of 25; from 100000 on of 250.`,
      )
  return numbers
}
