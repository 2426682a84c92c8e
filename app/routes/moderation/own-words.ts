// How a measure stands, for the one whose text it is.
import type { OwnAppeal } from '#app/domain/moderation/own.server.ts'

export function ownState(measure: {
  readonly liftedAt: string | null
  readonly appeal: Pick<OwnAppeal, 'outcome'> | null
}): 'standing' | 'open' | 'restored' | 'upheld' {
  if (measure.liftedAt !== null) return 'restored'
  if (measure.appeal === null) return 'standing'
  return measure.appeal.outcome ?? 'open'
}
