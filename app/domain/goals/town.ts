/** Knows what a town brings along: its goals, districts, ways without internet, and its limits. */

export type LocalText = { readonly de: string; readonly en: string }

export type Field = { readonly number: string; readonly title: LocalText }

export type Goal = {
  readonly number: string
  readonly field: string
  /** German: the words of the town's own plan. English: our translation. */
  readonly text: LocalText
  readonly short: LocalText
  /** In the plan this one is a sentence of its own, between two lists. */
  readonly standsAlone?: boolean | undefined
}

export type District = {
  readonly slug: string
  readonly name: string
  readonly inhabitants?: number | undefined
}

export type Offline = {
  readonly phone: string | null
  readonly hours: LocalText | null
  readonly places: readonly { readonly title: LocalText; readonly text: LocalText }[]
}

/** Whom the law of the town's state names; printed as they stand. */
export type Authorities = {
  readonly accessibilityLaw: LocalText
  readonly accessibilityOmbuds: LocalText
  readonly privacyLaw: LocalText
  readonly privacySupervision: LocalText
}

/** Limits a town sets for itself; the unit is the end of each name. */
export type TownRules = {
  readonly answerWithinWeeks: number
  readonly supportForAgenda: number
  readonly guestCheckDays: number
  readonly reportAnswerHours: number
  readonly objectionDays: number
  readonly splitDays: number
  readonly editMinutes: number
  readonly smallNumber: number
}

export type Town = {
  readonly name: string
  /** IANA name, such as Europe/Berlin: deadlines and mails keep to its clocks. */
  readonly timeZone: string
  readonly title: LocalText
  readonly origin: { readonly title: LocalText }
  readonly fields: readonly Field[]
  readonly goals: readonly Goal[]
  readonly districts: readonly District[]
  /** The day the numbers of inhabitants are from, as 2013-12-31. */
  readonly inhabitantsOn?: string | undefined
  readonly offline: Offline
  readonly authorities: Authorities
  readonly rules: TownRules
}

/** The district that means no single one. */
export const wholeTown = 'ganz'

/** '1.1' → '1-1', the form a goal has in an address and as an anchor. */
export function goalAnchor(number: string): string {
  return number.replace('.', '-')
}

/** The goal an address names ('1-1'), or null. */
export function findGoalByAnchor(town: Town, anchor: string): Goal | null {
  return town.goals.find((goal) => goalAnchor(goal.number) === anchor) ?? null
}

/** The goal with this number ('1.1'), or null. */
export function findGoal(town: Town, number: string): Goal | null {
  return town.goals.find((goal) => goal.number === number) ?? null
}

export function listGoalsOf(town: Town, field: string): readonly Goal[] {
  return town.goals.filter((goal) => goal.field === field)
}

export function findDistrict(town: Town, slug: string): District | null {
  return town.districts.find((district) => district.slug === slug) ?? null
}

export function isWholeTown(slug: string): boolean {
  return slug === wholeTown
}

/** Districts in the order of the German alphabet, the whole town last. */
export function listDistrictsByName(town: Town): readonly District[] {
  const order = new Intl.Collator('de')
  return [...town.districts].sort(
    (a, b) => Number(isWholeTown(a.slug)) - Number(isWholeTown(b.slug)) || order.compare(a.name, b.name),
  )
}

/** The plan as plain text, the way it was written: heading, numbered fields, bullets and the lone sentences. */
export function writeOrigin(town: Town, language: 'de' | 'en'): string {
  const fields = town.fields.map((field) => {
    const lines = listGoalsOf(town, field.number).map((goal) =>
      goal.standsAlone ? `\n${goal.text[language]}\n` : `- ${goal.text[language]}`,
    )
    return `${field.number}. ${field.title[language]}\n\n${lines.join('\n')}`
  })
  return `${[town.origin.title[language], ...fields].join('\n\n')}\n`
}
