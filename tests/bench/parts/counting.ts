// How long each way of counting takes for 100,000 ballots of 20 options, in the thread that counts.
import type { CountOrder } from '#app/domain/polls/counting.ts'
import { highestMark, type PollSettings, takesSeats } from '#app/domain/polls/method.ts'
import { formOf, type Method } from '#app/domain/polls/tally/count.ts'
import { openCounting } from '#server/counting.ts'
import type { Aim, Cell, Part } from '../part.ts'
import { chance } from '../town/words.ts'
import { linesFor } from './lines.ts'

const ballots = 100_000
const options = 20
const page = 1000
/** These two go round and round by their nature. */
const slow: readonly Method[] = ['meek-stv', 'equal-shares']

export const counting: Part = {
  name: 'counting',
  about: '100,000 ballots of 20 options by every method, in a thread of its own',
  async run(bench) {
    const thread = openCounting()
    const rows: Cell[][] = []
    const aims: Aim[] = []
    for (const method of Object.keys(formOf) as Method[]) {
      bench.say(method)
      const settings = settingsFor(method)
      const highest = highestMark(method, settings) ?? 5
      const lines = linesFor(formOf[method], ballots, options, chance(5), method === 'points' ? 1 : highest)
      const order: CountOrder = {
        ...{ method, settings, majority: 'most', lots: null, seats: takesSeats(method) ? 5 : 1 },
        options: Array.from({ length: options }, (_, index) => String(index + 1)),
      }
      const began = performance.now()
      const { turnout } = await thread.count(order, inPages(lines))
      const ms = performance.now() - began
      rows.push([method, ms, turnout.cast, turnout.invalid])
      const limit = slow.includes(method) ? 5000 : 1000
      aims.push({ what: `count by ${method}`, value: ms, limit, better: 'less', unit: 'ms' })
    }
    await thread.close()
    const columns = ['method', 'ms', 'ballots', 'invalid']
    return [{ title: 'Counts of 100,000 ballots of 20 options', columns, rows, aims }]
  },
}

function settingsFor(method: Method): PollSettings {
  switch (method) {
    case 'points':
      return { pointsEach: options }
    case 'multiple-choice':
      return { marks: options }
    case 'consensing':
      return { statusQuo: '1' }
    case 'majority-judgment':
      return { grades: ['schlecht', 'mäßig', 'gut', 'sehr gut', 'hervorragend'] }
    default:
      return {}
  }
}

async function* inPages(lines: readonly string[]): AsyncGenerator<readonly string[]> {
  for (let from = 0; from < lines.length; from += page) yield lines.slice(from, from + page)
}
