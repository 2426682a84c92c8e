/** Reads ballots written as JSON: our own published ones and the shapes common collections use. */
import type { Ballots, OptionId } from '#app/domain/polls/tally/ballots.ts'
import { BadFile, type BallotFile, distinct, unsaid } from '#server/commands/tally/ballot-file.ts'
import { parseWithLines } from '#server/commands/tally/json-lines.ts'

type Thing = { readonly [key: string]: unknown }
type LineOf = (thing: unknown) => number

/**
 * One poll, or several under `vectors`, `instances` or `cases`. A poll is one of
 * - `options` or `candidates`, and `ballots` as a list of `{count?, ranking | approved | approve | scores | choice}`
 * - `options`, and `ballots` as an object from the rank of every option ("1-32", "-" for none) to a number of ballots
 * - `num_cand` and `profile`, lists of ticked candidates by number; `projects` with `cost`, and `ballots`
 * - `votes` by list; `tallies` of grades by proposal, worst first
 * @throws BadFile with the line and what is wrong there
 */
export function readJson(text: string): readonly BallotFile[] {
  const { value, lineOf } = parseWithLines(text)
  if (!isThing(value)) throw new BadFile(1, 'an object with options and ballots is expected.')
  const many = value.vectors ?? value.instances ?? value.cases
  if (many === undefined) return [pollIn(value, lineOf)]
  if (!Array.isArray(many)) throw new BadFile(lineOf(value), 'the polls of this file are expected as a list.')
  return many.map((one) => {
    if (!isThing(one)) throw new BadFile(lineOf(many), 'every poll of the list must be an object.')
    return pollIn(one, lineOf)
  })
}

function pollIn(poll: Thing, lineOf: LineOf): BallotFile {
  const id = [poll.id, poll.name, poll.title].find((one) => typeof one === 'string') as string | undefined
  const seats = poll.seats ?? poll.committeesize ?? null
  if (seats !== null && !isCount(seats))
    throw new BadFile(lineOf(poll), 'seats must be a whole number above 0.')
  const defaultOption = poll.default_option ?? poll.statusQuo
  const base = {
    ...unsaid,
    id: id ?? null,
    seats: seats as number | null,
    defaultOption: typeof defaultOption === 'string' ? defaultOption : null,
    lots: Array.isArray(poll.lots) ? (poll.lots as OptionId[]) : null,
  }
  if (Array.isArray(poll.tallies)) return { ...base, ...gradesIn(poll, lineOf) }
  if (Array.isArray(poll.profile)) return { ...base, ...profileIn(poll, lineOf) }
  if (Array.isArray(poll.projects)) return { ...base, ...projectsIn(poll, lineOf) }
  if (isThing(poll.votes)) {
    const votes = poll.votes
    const ballots = Object.entries(votes).map(([choice, count]) => {
      if (!isCount(count) && count !== 0)
        throw new BadFile(lineOf(votes), `the votes of "${choice}" must be a whole number.`)
      return { choice, count: count as number }
    })
    return { ...base, form: 'choice', options: Object.keys(votes), ballots }
  }
  const options = namesIn(poll.options ?? poll.candidates, poll, lineOf)
  if (base.defaultOption !== null && !options.includes(base.defaultOption)) {
    throw new BadFile(lineOf(poll), `the default option "${base.defaultOption}" is not among the options.`)
  }
  if (Array.isArray(poll.ballots)) return { ...base, options, ...ballotsIn(poll.ballots, options, lineOf) }
  if (isThing(poll.ballots)) return { ...base, ...readDebian({ options, ballots: poll.ballots }, lineOf) }
  throw new BadFile(lineOf(poll), 'ballots are missing.')
}

/** Ballots as strings: the rank of each option in turn, base 36, "-" where it was not ranked. */
export function readDebian(
  poll: { readonly options: readonly OptionId[]; readonly ballots: Thing },
  lineOf: LineOf = () => 1,
) {
  const ballots = Object.entries(poll.ballots).map(([ranks, count]) => {
    if (ranks.length !== poll.options.length || !/^[-0-9a-z]*$/i.test(ranks)) {
      throw new BadFile(
        lineOf(poll.ballots),
        `"${ranks}" does not give each of ${poll.options.length} options a rank.`,
      )
    }
    if (!isCount(count))
      throw new BadFile(lineOf(poll.ballots), `the number of ballots "${ranks}" must be a whole number.`)
    const tiers = new Map<number, OptionId[]>()
    ;[...ranks].forEach((rank, at) => {
      if (rank === '-') return
      const place = Number.parseInt(rank, 36)
      tiers.set(place, [...(tiers.get(place) ?? []), poll.options[at] as OptionId])
    })
    return { count, ranking: [...tiers].sort(([a], [b]) => a - b).map(([, tier]) => tier) }
  })
  return { form: 'ranked' as const, options: poll.options, ballots }
}

function ballotsIn(list: readonly unknown[], options: readonly OptionId[], lineOf: LineOf): Ballots {
  const known = new Set(options)
  const one = (value: unknown, ballot: unknown): OptionId => {
    if (typeof value !== 'string' || !known.has(value)) {
      throw new BadFile(lineOf(ballot), `"${String(value)}" is not an option of this poll.`)
    }
    return value
  }
  const once = (names: readonly OptionId[], ballot: unknown) => {
    const twice = names.find((name, at) => names.indexOf(name) !== at)
    if (twice !== undefined) throw new BadFile(lineOf(ballot), `"${twice}" is named twice on one ballot.`)
    return names
  }
  const read = list.map((ballot) => {
    if (!isThing(ballot)) throw new BadFile(lineOf(ballot ?? list), 'a ballot must be an object.')
    const count = ballot.count ?? 1
    if (!isCount(count))
      throw new BadFile(lineOf(ballot), 'the count of a ballot must be a whole number above 0.')
    const ticks = ballot.approved ?? ballot.approve
    if (Array.isArray(ballot.ranking)) {
      const ranking = ballot.ranking.map((tier) =>
        Array.isArray(tier) ? tier.map((name) => one(name, ballot)) : [one(tier, ballot)],
      )
      once(ranking.flat(), ballot)
      return { form: 'ranked' as const, ballot: { count, ranking } }
    }
    if (Array.isArray(ticks)) {
      const approved = once(
        ticks.map((name) => one(name, ballot)),
        ballot,
      )
      return { form: 'approval' as const, ballot: { count, approved } }
    }
    if (isThing(ballot.scores)) {
      for (const [name, mark] of Object.entries(ballot.scores)) {
        one(name, ballot)
        if (!Number.isInteger(mark))
          throw new BadFile(lineOf(ballot), `the mark for "${name}" must be a whole number.`)
      }
      return { form: 'score' as const, ballot: { count, scores: ballot.scores as Record<OptionId, number> } }
    }
    if (ballot.choice === null || typeof ballot.choice === 'string') {
      const choice = ballot.choice === null ? null : one(ballot.choice, ballot)
      return { form: 'choice' as const, ballot: { count, choice } }
    }
    throw new BadFile(lineOf(ballot), 'a ballot needs a ranking, approved options, scores or a choice.')
  })
  const form = read[0]?.form ?? 'ranked'
  const other = read.findIndex((ballot) => ballot.form !== form)
  if (other >= 0) throw new BadFile(lineOf(list[other]), 'all ballots of a poll must be of one kind.')
  return { form, ballots: read.map(({ ballot }) => ballot) } as Ballots
}

function profileIn(poll: Thing, lineOf: LineOf) {
  if (!isCount(poll.num_cand)) throw new BadFile(lineOf(poll), 'num_cand must be a whole number above 0.')
  const options = Array.from({ length: poll.num_cand }, (_, at) => `${at}`)
  const ballots = (poll.profile as unknown[]).map((ticks) => ({
    count: 1,
    approved: Array.isArray(ticks) ? ticks.map(String) : [null],
  }))
  return { options, ...ballotsIn(ballots, options, () => lineOf(poll.profile)) }
}

function projectsIn(poll: Thing, lineOf: LineOf) {
  const list = poll.projects as unknown[]
  const projects = list.map((project) => {
    if (!isThing(project) || typeof project.id !== 'string')
      throw new BadFile(lineOf(project ?? list), 'a project needs an id.')
    if (typeof project.cost !== 'number' || !(project.cost > 0)) {
      throw new BadFile(lineOf(project), `the cost of project "${project.id}" must be a number above 0.`)
    }
    return { id: project.id, cost: project.cost }
  })
  const options = distinct(projects.map(({ id }) => id))
  const meta = isThing(poll.meta) ? poll.meta : {}
  const budget = Number(poll.budget ?? meta.budget ?? Number.NaN)
  if (!Array.isArray(poll.ballots)) throw new BadFile(lineOf(poll), 'ballots are missing.')
  return {
    options,
    costs: Object.fromEntries(projects.map(({ id, cost }) => [id, cost])),
    budget: Number.isNaN(budget) ? null : budget,
    ...ballotsIn(poll.ballots, options, lineOf),
  }
}

function gradesIn(poll: Thing, lineOf: LineOf) {
  const tallies = poll.tallies as unknown[]
  const good = tallies.every(
    (one) => Array.isArray(one) && one.length > 0 && one.every((n) => isCount(n) || n === 0),
  )
  if (!good) throw new BadFile(lineOf(tallies), 'tallies must be lists of whole numbers.')
  const lists = tallies as number[][]
  const most = Math.max(0, ...lists.map((one) => one.reduce((sum, n) => sum + n, 0)))
  return {
    form: 'grades' as const,
    options: Array.isArray(poll.options)
      ? namesIn(poll.options, poll, lineOf)
      : lists.map((_, at) => `${at}`),
    tallies: lists,
    voters: isCount(poll.participants) ? Math.max(most, poll.participants) : most,
    missing: typeof poll.default === 'number' ? poll.default : 0,
  }
}

function namesIn(value: unknown, poll: Thing, lineOf: LineOf): OptionId[] {
  const names = Array.isArray(value) ? value : null
  if (!names || names.length === 0) throw new BadFile(lineOf(poll), 'options are missing.')
  if (!names.every((name): name is string => typeof name === 'string')) {
    throw new BadFile(lineOf(names), 'options must be names.')
  }
  if (new Set(names).size !== names.length) throw new BadFile(lineOf(names), 'an option is listed twice.')
  return names
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0
}
