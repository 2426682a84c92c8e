// What a report is because of, in words.
import type { ReportRule } from '#app/domain/moderation/report.ts'
import type { Say } from '#app/i18n/words.tsx'

export function reportRuleWords(t: Say, rule: ReportRule): string {
  if (rule === 'child') return t('moderation:report.child')
  if (rule === 'barrier') return t('moderation:report.barrier')
  return t('moderation:rule-line', { number: rule, name: t(`moderation:rule.${rule}`) })
}
