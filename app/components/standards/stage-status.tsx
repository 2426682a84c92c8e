import { Status, type StatusState } from '#app/components/status.tsx'
import type { ShownStage } from '#app/domain/standards/clause.ts'
import type { SectionStage } from '#app/domain/standards/programme.ts'
import { useWords } from '#app/i18n/words.tsx'

const rings: Record<ShownStage | SectionStage, StatusState> = {
  empty: 'received',
  raw: 'received',
  written: 'received',
  consulted: 'talk',
  changes: 'disputed',
  ready: 'agenda',
  adopted: 'done',
}

/** How far a clause or a section has come, as a ring and a word. */
export function StageStatus({ stage }: { readonly stage: ShownStage | SectionStage }) {
  const { t } = useWords()
  return <Status state={rings[stage]}>{t(`standards:stage.${stage}`)}</Status>
}
