// The forms of an election, described once: parsed by them on the server, their limits shown by them on the page.
import type { FormDescription } from '../form.ts'
import { electionElectorates, electionMethods, minimumAges } from './election.ts'

export const frameForm = {
  title: { type: 'text', min: 5, max: 120 },
  about: { type: 'text', min: 0, max: 2000, lines: 'many' },
  electorate: { type: 'choice', options: electionElectorates, required: true },
  minimumAge: { type: 'choice', options: minimumAges, required: true },
} as const satisfies FormDescription

const day = { type: 'date', required: true } as const

export const daysForm = {
  cutOffOn: day,
  candidatesUntil: day,
  opensOn: day,
  opensHour: { type: 'number', min: 6, max: 20, required: true },
  closesOn: day,
  closesHour: { type: 'number', min: 8, max: 23, required: true },
  objectionDays: { type: 'number', min: 0, max: 60, required: true },
} as const satisfies FormDescription

export const seatsForm = {
  seats: { type: 'number', min: 1, max: 40, required: true },
  /** One a line: the name, and the seats it has at least: 'Musik: 1'. */
  branches: { type: 'text', min: 1, max: 1000, lines: 'many' },
} as const satisfies FormDescription

export const votesForm = {
  method: { type: 'choice', options: electionMethods, required: true },
  votes: { type: 'number', min: 1, max: 40, required: true },
  runOff: { type: 'choice', options: ['lot', 'vote'], required: true },
  runOffDays: { type: 'number', min: 1, max: 30, required: true },
  paper: { type: 'choice', options: ['yes', 'no'], required: true },
} as const satisfies FormDescription

export const termForm = {
  termFrom: day,
  termMonths: { type: 'number', min: 1, max: 120, required: true },
} as const satisfies FormDescription

/** Everybody fills in the same, of the same length. */
export const candidatureForm = {
  branch: { type: 'text', min: 1, max: 60 },
  does: { type: 'text', min: 20, max: 300, lines: 'many' },
  wants: { type: 'text', min: 20, max: 400, lines: 'many' },
  time: { type: 'text', min: 3, max: 120 },
  consent: { type: 'check', required: true },
} as const satisfies FormDescription

export const rollObjectionForm = {
  about: { type: 'choice', options: ['missing', 'wrong'], required: true },
  person: { type: 'text', min: 0, max: 80 },
  text: { type: 'text', min: 10, max: 1000, lines: 'many' },
} as const satisfies FormDescription

export const electionObjectionForm = {
  text: { type: 'text', min: 10, max: 2000, lines: 'many' },
} as const satisfies FormDescription

export const decisionForm = {
  objectionId: { type: 'text', min: 1, max: 64 },
  outcome: { type: 'choice', options: ['upheld', 'rejected'], required: true },
  reason: { type: 'text', min: 10, max: 1000, lines: 'many' },
} as const satisfies FormDescription

export const lotForm = { seed: { type: 'text', min: 4, max: 120 } } as const satisfies FormDescription
