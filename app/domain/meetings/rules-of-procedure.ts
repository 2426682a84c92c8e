// The rules of procedure of a body: every number the meeting asks for, with the defaults of municipal practice.
import type { FormDescription, FormValues } from '../form.ts'
import { type Majority, majorityBases } from '../polls/poll.ts'
import { dayCounts } from './clear-days.ts'
import type { LiveRules } from './live.ts'
import { listModes } from './speaker-list.ts'

/** What a vote of a meeting may ask for; of what the share is taken the ballot engine knows. */
export const meetingMajorities = [
  'simple',
  'two-thirds',
  'three-quarters',
] as const satisfies readonly Majority[]
/** Who may put an item on the agenda besides the chair. */
export const proposers = ['members', 'members-and-council', 'everybody'] as const

export const rulesForm = {
  invitationDays: { type: 'number', min: 0, max: 60, required: true },
  invitationCount: { type: 'choice', options: dayCounts, required: true },
  urgentHours: { type: 'number', min: 0, max: 240, required: true },
  quorumPercent: { type: 'number', min: 0, max: 99, required: true },
  quorumPerBench: { type: 'number', min: 0, max: 10, required: true },
  /** What becomes of a vote while too few are there. */
  withoutQuorum: { type: 'choice', options: ['blocked', 'advisory'], required: true },
  conflictedCount: { type: 'choice', options: ['left-out', 'counted'], required: true },
  speakingMinutes: { type: 'number', min: 1, max: 60, required: true },
  extensionMinutes: { type: 'number', min: 1, max: 30, required: true },
  extensions: { type: 'number', min: 0, max: 5, required: true },
  listMode: { type: 'choice', options: listModes, required: true },
  majority: { type: 'choice', options: meetingMajorities, required: true },
  majorityBase: { type: 'choice', options: majorityBases, required: true },
  standardMajority: { type: 'choice', options: meetingMajorities, required: true },
  standardBenches: { type: 'choice', options: ['each', 'off'], required: true },
  voteSeconds: { type: 'number', min: 10, max: 600, required: true },
  secretOnRequest: { type: 'choice', options: ['one', 'fifth', 'majority'], required: true },
  proposers: { type: 'choice', options: proposers, required: true },
  questionsUntil: { type: 'number', min: 0, max: 23, required: true },
  correctionDays: { type: 'number', min: 1, max: 60, required: true },
} as const satisfies FormDescription

export type RulesOfProcedure = FormValues<typeof rulesForm>

export const defaultRules: RulesOfProcedure = {
  invitationDays: 14,
  invitationCount: 'calendar',
  urgentHours: 48,
  quorumPercent: 50,
  quorumPerBench: 0,
  withoutQuorum: 'blocked',
  conflictedCount: 'left-out',
  speakingMinutes: 3,
  extensionMinutes: 1,
  extensions: 1,
  listMode: 'request',
  majority: 'simple',
  majorityBase: 'marks',
  standardMajority: 'two-thirds',
  standardBenches: 'each',
  voteSeconds: 60,
  secretOnRequest: 'fifth',
  proposers: 'everybody',
  questionsUntil: 12,
  correctionDays: 7,
}

export function liveRulesOf(rules: RulesOfProcedure): LiveRules {
  return {
    speakingMs: rules.speakingMinutes * 60_000,
    extensionMs: rules.extensionMinutes * 60_000,
    extensions: rules.extensions,
    listMode: rules.listMode,
  }
}
