// The fixed pages: written as Markdown beside this file, with gaps for what each town fills in itself.
import type { Town } from '#app/domain/goals/town.ts'
import type { Lang } from './languages.ts'

export const pageNames = [
  'hilfe',
  'regeln',
  'datenschutz',
  'barrierefreiheit',
  'leichte-sprache',
  'gebaerdensprache',
  'so-moderieren-wir',
  'mitmachen',
] as const

export type PageName = (typeof pageNames)[number]

export const pageGaps = [
  'town',
  'phone',
  'mail',
  'imprint',
  'answerWeeks',
  'guestCheckDays',
  'reportAnswerHours',
  'objectionDays',
  'splitDays',
  'editMinutes',
  'smallNumber',
  'sessionDays',
  'backupDays',
  'createdOn',
  'checkedOn',
  'accessibilityLaw',
  'accessibilityOmbuds',
  'privacyLaw',
  'privacySupervision',
] as const

export type PageGap = (typeof pageGaps)[number]

/** What the fixed pages need beside the town's own file; days are written out as they shall be read. */
export type OperatorWords = {
  readonly mail: string
  readonly imprint: string
  readonly sessionDays: number
  readonly backupDays: number
  readonly createdOn: string
  readonly checkedOn: string
  /** Said where a phone number would stand: the words `pages:frame.no-phone`. */
  readonly noPhone: string
}

export function pageWords(town: Town, lang: Lang, operator: OperatorWords): Record<PageGap, string> {
  const { rules, authorities } = town
  return {
    town: town.name,
    phone: town.offline.phone ?? operator.noPhone,
    mail: operator.mail,
    imprint: operator.imprint,
    answerWeeks: String(rules.answerWithinWeeks),
    guestCheckDays: String(rules.guestCheckDays),
    reportAnswerHours: String(rules.reportAnswerHours),
    objectionDays: String(rules.objectionDays),
    splitDays: String(rules.splitDays),
    editMinutes: String(rules.editMinutes),
    smallNumber: String(rules.smallNumber),
    sessionDays: String(operator.sessionDays),
    backupDays: String(operator.backupDays),
    createdOn: operator.createdOn,
    checkedOn: operator.checkedOn,
    accessibilityLaw: authorities.accessibilityLaw[lang],
    accessibilityOmbuds: authorities.accessibilityOmbuds[lang],
    privacyLaw: authorities.privacyLaw[lang],
    privacySupervision: authorities.privacySupervision[lang],
  }
}

/**
 * Puts a town's own words into a page's Markdown. What an operator typed stays text: it cannot become a link,
 * a heading or HTML. A line break stays one.
 */
export function fillPage(markdown: string, words: Readonly<Record<PageGap, string>>): string {
  return markdown.replace(/\{\{(\w+)\}\}/g, (gap, name: string) =>
    name in words ? asPlainText(words[name as PageGap]) : gap,
  )
}

/** The anchor of a heading: 'Regel 1: Zur Sache reden' → 'regel-1', so that a rule can be linked to by number. */
export function headingAnchor(heading: string): string {
  const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
  const [name = ''] = heading.split(':')
  return name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function asPlainText(text: string): string {
  return text
    .trim()
    .replace(/[\\`*_{}[\]<>()#+|~!&]/g, '\\$&')
    .replace(/^([-=])/gm, '\\$1')
    .replace(/^(\d+)\./gm, '$1\\.')
    .replace(/\r?\n/g, '  \n')
}
