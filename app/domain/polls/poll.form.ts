// The form that sets up a vote, described once; and how what was typed becomes the terms of a vote.
import { momentOf, wallTimeOf } from '../day.ts'
import type { FormDescription, FormValues } from '../form.ts'
import { refuse } from '../refusal.ts'
import type { NewPoll, WrittenOption } from './announce.server.ts'
import { type PollMethod, type PollSettings, pollMethods } from './method.ts'
import {
  majorities,
  majorityBases,
  optionOrders,
  type Poll,
  type PollOption,
  type PollSpace,
  pollLabels,
  pollSpaces,
  reasonWishes,
  resultTimes,
  secrecies,
} from './poll.ts'
import { forcedBy } from './terms.ts'

export const pollForm = {
  space: { type: 'choice', options: pollSpaces, required: true },
  method: { type: 'choice', options: pollMethods, required: true },
  label: { type: 'choice', options: pollLabels, required: true },
  question: { type: 'text', min: 8, max: 160 },
  about: { type: 'text', min: 0, max: 6000, lines: 'many' },
  consequence: { type: 'text', min: 8, max: 300 },
  options: { type: 'text', min: 0, max: 8000, lines: 'many' },
  voters: { type: 'text', min: 1, max: 200 },
  secrecy: { type: 'choice', options: secrecies, required: true },
  changeable: { type: 'check', required: false },
  reason: { type: 'choice', options: reasonWishes, required: true },
  named: { type: 'check', required: false },
  resultWhen: { type: 'choice', options: resultTimes, required: true },
  optionOrder: { type: 'choice', options: optionOrders, required: true },
  quorum: { type: 'number', min: 0, max: 100_000, required: false },
  majority: { type: 'choice', options: majorities, required: true },
  majorityBase: { type: 'choice', options: majorityBases, required: true },
  seats: { type: 'number', min: 1, max: 50, required: false },
  marks: { type: 'number', min: 1, max: 50, required: false },
  points: { type: 'number', min: 1, max: 1000, required: false },
  budget: { type: 'number', min: 1, max: 999_999_999, required: false },
  grades: { type: 'text', min: 0, max: 300 },
  statusQuo: { type: 'text', min: 0, max: 120 },
  opensOn: { type: 'date', required: false },
  opensAt: { type: 'text', min: 0, max: 5 },
  closesOn: { type: 'date', required: false },
  closesAt: { type: 'text', min: 0, max: 5 },
  objectionDays: { type: 'number', min: 0, max: 90, required: false },
  reviewOn: { type: 'date', required: false },
  talk: { type: 'check', required: false },
  inside: { type: 'check', required: false },
} as const satisfies FormDescription

export type PollFormValues = FormValues<typeof pollForm>

/** What was typed, as the terms of a vote. What a grade of secrecy settles by itself is settled here. */
export function newPollFrom(values: PollFormValues, zone: string): NewPoll {
  const method = values.method as PollMethod
  const options = optionsIn(values, method)
  const [electorate, ref] = votersIn(values.voters)
  const space = values.space as PollSpace
  return {
    space,
    visibility: values.inside && space !== 'town' ? 'members' : 'public',
    label: values.label as NewPoll['label'],
    method,
    question: values.question,
    about: values.about,
    consequence: values.consequence,
    electorate,
    electorateRef: ref,
    secrecy: values.secrecy as NewPoll['secrecy'],
    changeable: values.changeable ? 'yes' : 'no',
    reason: values.reason as NewPoll['reason'],
    names: values.named ? 'listed' : 'unlisted',
    resultWhen: values.resultWhen as NewPoll['resultWhen'],
    quorum: values.quorum ?? 0,
    majority: values.majority as NewPoll['majority'],
    majorityBase: values.majorityBase as NewPoll['majorityBase'],
    optionOrder: values.optionOrder as NewPoll['optionOrder'],
    seats: values.seats ?? 1,
    settings: settingsIn(values, method, options.length),
    subject: null,
    opensAt: momentIn(values.opensOn, values.opensAt, zone),
    closesAt: momentIn(values.closesOn, values.closesAt, zone),
    minSeconds: 0,
    objectionDays: values.objectionDays ?? 0,
    reviewOn: values.reviewOn,
    options: options.map(({ title, about }) => ({ title, about })),
    talk: values.talk,
    ...forcedBy(values.secrecy as NewPoll['secrecy']),
  }
}

/** One option a line: "Title | what it means | cost". */
function optionsIn(
  values: PollFormValues,
  method: PollMethod,
): readonly (WrittenOption & { cost: number })[] {
  if (method === 'yes-no' || method === 'consent') return []
  const lines = values.options
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const written = lines.map((line) => {
    const [title = '', about = '', cost = ''] = line.split('|').map((part) => part.trim())
    return { title, about, cost: Number(cost.replaceAll(/\D/g, '')) }
  })
  if (method === 'consensing' && values.statusQuo !== '') {
    written.push({ title: values.statusQuo, about: '', cost: 0 })
  }
  const titles = new Set(written.map(({ title }) => title.toLowerCase()))
  if (written.length < 2 || titles.size !== written.length || titles.has('')) {
    throw refuse('poll_needs_two_options')
  }
  return written
}

function settingsIn(values: PollFormValues, method: PollMethod, count: number): PollSettings {
  switch (method) {
    case 'multiple-choice':
      return { marks: values.marks ?? values.seats ?? 1 }
    case 'points':
      return { pointsEach: values.points ?? 10 }
    case 'majority-judgment': {
      const grades = values.grades
        .split(',')
        .map((grade) => grade.trim())
        .filter(Boolean)
      if (grades.length < 2) throw refuse('poll_marks_do_not_fit')
      return { grades }
    }
    case 'consensing':
      return values.statusQuo === '' ? {} : { statusQuo: String(count) }
    case 'equal-shares': {
      if (values.budget === null) return {}
      const costs = Object.fromEntries(
        optionsIn(values, method).map(({ cost }, index) => [String(index + 1), cost]),
      )
      if (Object.values(costs).some((cost) => cost < 1)) throw refuse('poll_costs_missing')
      return { money: { budget: values.budget, costs } }
    }
    default:
      return {}
  }
}

/** 'accounts', or 'body:runder-tisch', or 'bench:runder-tisch/verwaltung'. */
function votersIn(voters: string): readonly [NewPoll['electorate'], string | null] {
  const [kind = '', ref] = voters.split(':')
  switch (kind) {
    case 'accounts':
    case 'creators':
    case 'roll':
    case 'codes':
      return [kind, null]
    case 'body':
    case 'bench':
      return [kind, ref ?? null]
    default:
      throw refuse('poll_electorate_incomplete')
  }
}

function momentIn(day: string | null, time: string, zone: string): string | null {
  if (day === null) return null
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) throw refuse('poll_time_missing')
  return momentOf(day, time, zone)
}

/** A vote as its form shows it again. */
export function writtenOf(
  poll: Poll,
  options: readonly Pick<PollOption, 'key' | 'title' | 'about'>[],
  zone: string,
): Readonly<Record<string, string>> {
  const { settings } = poll
  const opens = poll.opensAt === null ? null : wallTimeOf(poll.opensAt, zone)
  const closes = poll.closesAt === null ? null : wallTimeOf(poll.closesAt, zone)
  const listed = options.filter(({ key }) => key !== settings.statusQuo)
  return {
    method: poll.method,
    space: poll.space,
    label: poll.label,
    question: poll.question,
    about: poll.about,
    consequence: poll.consequence,
    options: listed
      .map(({ key, title, about }) => {
        const cost = settings.money?.costs[key]
        return [title, about, cost === undefined ? '' : String(cost)].join(' | ').replace(/(?: \| )+$/, '')
      })
      .join('\n'),
    voters: [poll.electorate, poll.electorateRef].filter(Boolean).join(':'),
    secrecy: poll.secrecy,
    changeable: poll.changeable === 'yes' ? 'on' : '',
    reason: poll.reason,
    named: poll.names === 'listed' ? 'on' : '',
    resultWhen: poll.resultWhen,
    optionOrder: poll.optionOrder,
    quorum: poll.quorum === 0 ? '' : String(poll.quorum),
    majority: poll.majority,
    majorityBase: poll.majorityBase,
    seats: String(poll.seats),
    marks: String(settings.marks ?? ''),
    points: String(settings.pointsEach ?? ''),
    budget: String(settings.money?.budget ?? ''),
    grades: settings.grades?.join(', ') ?? '',
    statusQuo: options.find(({ key }) => key === settings.statusQuo)?.title ?? '',
    opensOn: opens?.day ?? '',
    opensAt: opens?.time ?? '',
    closesOn: closes?.day ?? '',
    closesAt: closes?.time ?? '',
    objectionDays: poll.objectionDays === 0 ? '' : String(poll.objectionDays),
    reviewOn: poll.reviewOn ?? '',
    talk: poll.conversationId === null ? '' : 'on',
    inside: poll.visibility === 'members' ? 'on' : '',
  }
}
