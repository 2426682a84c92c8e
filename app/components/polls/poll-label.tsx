import { Glyph } from '#app/components/mark.tsx'
import { voiceOf } from '#app/components/polls/poll-voice.ts'
import type { PollLabel as Label, PollSpace } from '#app/domain/polls/poll.ts'
import { useWords } from '#app/i18n/words.tsx'

/** What a vote says it is, over every one of its pages. */
export function PollLabel({ label, space }: { readonly label: Label; readonly space: PollSpace }) {
  const { t } = useWords()
  return (
    <p className="poll-label">
      <Glyph voice={voiceOf(space)} />
      {t(`polls:label.${label}`)}
    </p>
  )
}
