import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { type Town, wholeTown } from '#app/domain/goals/town.ts'

/**
 * Reads the file in which a town describes itself. With `"extends": "./other.json"` it takes over the other
 * file and replaces only the parts it names. A wrong file throws an error whose message is one sentence.
 */
export function readTown(file: string): Town {
  const own = readJson(file)
  const { extends: base, ...parts } = own
  const whole = typeof base === 'string' ? { ...readJson(resolve(dirname(file), base)), ...parts } : own
  const read = townShape.safeParse(whole)
  if (!read.success) {
    const issue = read.error.issues[0]
    throw new TownFileError(file, `at "${issue?.path.join('.') || 'the top'}" it says: ${issue?.message}`)
  }
  return read.data
}

export class TownFileError extends Error {
  constructor(file: string, what: string) {
    super(`The town file ${file} cannot be used: ${what}.`)
    this.name = 'TownFileError'
  }
}

const words = z.string().trim().min(1, 'a text is missing here')
const localText = z.strictObject({ de: words, en: words })
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
const count = z.number().int('a whole number is needed').positive('a number above 0 is needed')

const townShape = z
  .strictObject({
    name: words,
    timeZone: z.string().refine(isTimeZone, 'a time zone such as "Europe/Berlin" is needed'),
    title: localText,
    origin: z.strictObject({ title: localText }),
    fields: z
      .array(
        z.strictObject({
          number: z.string().regex(/^[1-9]\d*$/, 'a number such as "1" is needed'),
          title: localText,
        }),
      )
      .min(1, 'at least one field is needed'),
    goals: z
      .array(
        z.strictObject({
          number: z.string().regex(/^[1-9]\d*\.[1-9]\d*$/, 'a number such as "1.1" is needed'),
          field: words,
          text: localText,
          short: localText,
          standsAlone: z.boolean().optional(),
        }),
      )
      .min(1, 'at least one goal is needed'),
    districts: z.array(
      z.strictObject({
        slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug has only a-z, 0-9 and single hyphens'),
        name: words,
        inhabitants: count.optional(),
      }),
    ),
    inhabitantsOn: z.iso.date('a day such as "2013-12-31" is needed').optional(),
    offline: z.strictObject({
      phone: words.nullable(),
      hours: localText.nullable(),
      places: z.array(z.strictObject({ title: localText, text: localText })),
    }),
    authorities: z.strictObject({
      accessibilityLaw: localText,
      accessibilityOmbuds: localText,
      privacyLaw: localText,
      privacySupervision: localText,
    }),
    rules: z.strictObject({
      answerWithinWeeks: count,
      supportForAgenda: count,
      guestCheckDays: count,
      reportAnswerHours: count,
      objectionDays: count,
      splitDays: count,
      editMinutes: count,
      smallNumber: count.min(5, 'at least 5, so that nobody can be recognised'),
    }),
  })
  .superRefine((town, context) => {
    const say = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    for (const [i, field] of town.fields.entries()) {
      if (town.fields.findIndex((f) => f.number === field.number) < i) {
        say(['fields', i, 'number'], `field ${field.number} stands here a second time`)
      }
    }
    for (const [i, goal] of town.goals.entries()) {
      if (!town.fields.some((field) => field.number === goal.field)) {
        say(['goals', i, 'field'], `there is no field ${goal.field}`)
      }
      if (!goal.number.startsWith(`${goal.field}.`)) {
        say(['goals', i, 'number'], `goal ${goal.number} does not belong to field ${goal.field}`)
      }
      if (town.goals.findIndex((g) => g.number === goal.number) < i) {
        say(['goals', i, 'number'], `goal ${goal.number} stands here a second time`)
      }
    }
    for (const [i, district] of town.districts.entries()) {
      if (town.districts.findIndex((d) => d.slug === district.slug) < i) {
        say(['districts', i, 'slug'], `district ${district.slug} stands here a second time`)
      }
    }
    if (!town.districts.some((district) => district.slug === wholeTown)) {
      say(['districts'], `the district "${wholeTown}" for the whole town is missing`)
    }
  })

function readJson(file: string): Record<string, unknown> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new TownFileError(file, 'it cannot be read')
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new TownFileError(file, `it is not JSON (${(error as Error).message})`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TownFileError(file, 'it does not hold one JSON object')
  }
  return value as Record<string, unknown>
}
