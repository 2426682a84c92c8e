// Knows how speakers are elected: what must be decided beforehand, in which order the days lie, and when what may be done.
import { refuse } from '../refusal.ts'
import { daysAfter, momentOf } from './day.ts'

/** The steps of setting one up; each asks a few things, and all must be answered before it is announced. */
export const electionSteps = ['frame', 'days', 'seats', 'votes', 'term'] as const
export type ElectionStep = (typeof electionSteps)[number]

export const electionStates = [
  'draft', // only the Council sees it
  'announced', // candidatures come in, the roll is open
  'prepared', // roll and candidatures are closed, the ballot stands
  'held', // the result is final, terms wait for their day
  'over', // the terms have begun
  'invalid',
] as const
export type ElectionState = (typeof electionStates)[number]

export const electionMethods = ['multiple-choice', 'approval', 'scottish-stv'] as const
export type ElectionMethod = (typeof electionMethods)[number]

/** 'creators': all confirmed ones; 'branches': those of the branches this election is about, as in a by-election. */
export const electionElectorates = ['creators', 'branches'] as const
export type ElectionElectorate = (typeof electionElectorates)[number]

export const minimumAges = ['14', '16'] as const
export type MinimumAge = (typeof minimumAges)[number]

export interface Branch {
  readonly name: string
  /** Seats this branch has at least. */
  readonly minimum: number
}

/** What the Council decides before it announces an election. Days as '2027-03-12', by the town's clock. */
export interface ElectionRules {
  readonly title: string
  readonly about: string
  readonly electorate: ElectionElectorate
  readonly minimumAge: MinimumAge
  /** Who stands in the register at the end of this day may vote. */
  readonly cutOffOn: string
  /** Candidatures come in, and can be withdrawn, up to the end of this day. */
  readonly candidatesUntil: string
  readonly opensOn: string
  /** A full hour of that day by the town's clock; so late that the ballot can be made in the night before. */
  readonly opensHour: number
  readonly closesOn: string
  readonly closesHour: number
  readonly objectionDays: number
  readonly seats: number
  readonly branches: readonly Branch[]
  readonly method: ElectionMethod
  /** How many names one may mark; without meaning where names are ranked. */
  readonly votes: number
  /** Equal at the last seat: decided before anybody votes. */
  readonly runOff: 'lot' | 'vote'
  /** How many days a second vote stays open, where there is one. */
  readonly runOffDays: number
  readonly paper: 'yes' | 'no'
  readonly termFrom: string
  readonly termMonths: number
}

export interface Election {
  readonly id: string
  readonly number: number
  readonly rules: Partial<ElectionRules>
  readonly state: ElectionState
  readonly pollId: string | null
  /** Decides the order of the names, drawn when candidatures closed. */
  readonly orderSeed: string | null
  readonly createdById: string
  readonly announcedAt: string | null
  readonly rollClosedAt: string | null
  readonly preparedAt: string | null
  readonly heldAt: string | null
  /** What was counted once second votes had decided, as JSON; null where the first count decided all. */
  readonly settled: string | null
  readonly version: number
}

export interface CompleteElection extends Election {
  readonly rules: ElectionRules
}

const minute = 60_000
/** The moments an election waits for. */
export function momentsOf(rules: ElectionRules, timeZone: string) {
  return {
    rollClosesAt: momentOf(rules.cutOffOn, 24, timeZone),
    candidatesUntil: momentOf(rules.candidatesUntil, 24, timeZone),
    opensAt: momentOf(rules.opensOn, rules.opensHour, timeZone),
    closesAt: momentOf(rules.closesOn, rules.closesHour, timeZone),
    termFromAt: momentOf(rules.termFrom, 0, timeZone),
  }
}

/** The end of a day is the first moment of the next; people say the day itself. */
export function dayThatEnds(end: string): string {
  return new Date(Date.parse(end) - minute).toISOString()
}

const hour = 60 * minute
/** So long the closed roll can be objected to, where the days leave room for it. */
const rollObjectionHours = 72

/**
 * When the ballot is made: candidatures are closed, and the roll lay open for objections, but there is an evening
 * left before the vote begins.
 */
export function preparesAt(rules: ElectionRules, timeZone: string): string {
  const { rollClosesAt, candidatesUntil, opensAt } = momentsOf(rules, timeZone)
  const wished = Date.parse(rollClosesAt) + rollObjectionHours * hour
  const latest = Date.parse(opensAt) - 12 * hour
  const earliest = Math.max(Date.parse(rollClosesAt), Date.parse(candidatesUntil)) + minute
  return new Date(Math.max(earliest, Math.min(wished, latest))).toISOString()
}

/** A second vote opens on the next day, at the same hours, and stays open as long as the rules say. */
export function runOffDays(
  rules: ElectionRules,
  now: string,
  timeZone: string,
): { readonly opensAt: string; readonly closesAt: string } {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(Date.parse(now))
  return {
    opensAt: momentOf(daysAfter(today, 1), rules.opensHour, timeZone),
    closesAt: momentOf(daysAfter(today, 1 + rules.runOffDays), rules.closesHour, timeZone),
  }
}

/** What is still to be answered, step by step. */
export function missingSteps(rules: Partial<ElectionRules>): readonly ElectionStep[] {
  return electionSteps.filter((step) => fieldsOf[step].some((field) => rules[field] === undefined))
}

const fieldsOf = {
  frame: ['title', 'about', 'electorate', 'minimumAge'],
  days: ['cutOffOn', 'candidatesUntil', 'opensOn', 'opensHour', 'closesOn', 'closesHour', 'objectionDays'],
  seats: ['seats', 'branches'],
  votes: ['method', 'votes', 'runOff', 'runOffDays', 'paper'],
  term: ['termFrom', 'termMonths'],
} as const satisfies Record<ElectionStep, readonly (keyof ElectionRules)[]>

/** Refuses answers that cannot stand together. Asked at each step, for what is known by then. */
export function checkRules(rules: Partial<ElectionRules>): void {
  const { cutOffOn, candidatesUntil, opensOn, closesOn, seats, branches, termFrom } = rules
  if (cutOffOn && candidatesUntil && opensOn && closesOn) {
    if (cutOffOn >= opensOn || candidatesUntil >= opensOn) throw refuse('election_days_out_of_order')
    if (opensOn >= closesOn) throw refuse('election_days_out_of_order')
  }
  if (closesOn && termFrom && termFrom <= closesOn) throw refuse('election_term_too_early')
  if (seats !== undefined && branches !== undefined) {
    const kept = branches.reduce((sum, branch) => sum + branch.minimum, 0)
    if (kept > seats) throw refuse('election_branch_seats_exceed', { count: kept, seats })
  }
  // A ranking hands votes on until every seat is filled; what is equal there is no question of a seat alone.
  if (rules.method === 'scottish-stv' && rules.runOff === 'vote') throw refuse('election_run_off_of_marks')
  if (branches && new Set(branches.map(({ name }) => name.toLowerCase())).size !== branches.length)
    throw refuse('election_branch_twice')
}

export function announce(election: Election, timeZone: string, now: string): CompleteElection {
  if (election.state !== 'draft') throw refuse('election_not_draft')
  if (missingSteps(election.rules).length > 0) throw refuse('election_incomplete')
  checkRules(election.rules)
  const complete = { ...election, rules: election.rules as ElectionRules }
  if (momentsOf(complete.rules, timeZone).candidatesUntil <= now) throw refuse('election_days_past')
  return { ...complete, state: 'announced', announcedAt: now }
}

export function isComplete(election: Election): election is CompleteElection {
  return election.state !== 'draft'
}

/** Candidatures come in and can be changed or withdrawn. */
export function takesCandidates(election: CompleteElection, timeZone: string, now: string): boolean {
  return election.state === 'announced' && now < momentsOf(election.rules, timeZone).candidatesUntil
}

/**
 * Whether the roll may still change because of an objection: from its close until the ballot stands.
 */
export function takesRollObjections(election: Election): boolean {
  return election.state === 'announced' && election.rollClosedAt !== null
}

export function prepareable(election: CompleteElection, timeZone: string, now: string): void {
  if (election.state !== 'announced') throw refuse('election_not_announced')
  if (election.rollClosedAt === null) throw refuse('election_roll_open')
  if (now < momentsOf(election.rules, timeZone).candidatesUntil) throw refuse('election_candidates_open')
}

/** Nobody whom an objection concerns decides about it. */
export function mayDecideObjection(deciderId: string, involved: readonly (string | null)[]): boolean {
  return !involved.includes(deciderId)
}

/** A branch's candidates as the ballot names them. */
export function branchesOnBallot(
  branches: readonly Branch[],
  candidates: readonly { readonly key: string; readonly branch: string }[],
): readonly { name: string; options: readonly string[]; minimum: number }[] {
  return branches
    .filter(({ minimum }) => minimum > 0)
    .map(({ name, minimum }) => ({
      name,
      minimum,
      options: candidates.filter((candidate) => candidate.branch === name).map(({ key }) => key),
    }))
    .filter(({ options }) => options.length > 0)
}
