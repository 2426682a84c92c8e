// A figure of the moderation in words: 'Beiträge ausgeblendet' and '12' or 'weniger als 5'.
import type { Figure } from '#app/domain/moderation/figures.server.ts'
import type { Say } from '#app/i18n/words.tsx'

export function figureWords(t: Say, { key, count }: Figure, smallNumber: number): readonly [string, string] {
  return [
    t(`moderation:figures.${key}`),
    count === null ? t('moderation:figures.fewer', { number: smallNumber }) : String(count),
  ]
}
