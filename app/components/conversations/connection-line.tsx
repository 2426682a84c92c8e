import { useEffect, useState } from 'react'
import { Field } from '#app/components/field.tsx'
import { LiveNote } from '#app/components/live-note.tsx'
import type { LoadedConversation } from '#app/http/conversation.server.ts'
import { clock, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import { useSpoken } from '#app/live/use-spoken.ts'
import { type LiveMode, type LiveTalk, liveModes } from '#app/live/use-talk.ts'

interface LineProps {
  readonly talk: LoadedConversation
  readonly live: LiveTalk
}

/** How fresh the talk is, who else is here, and how new contributions should come in. */
export function ConnectionLine({ talk, live }: LineProps) {
  const { t } = useWords()
  const awake = useAwake()
  const spoken = useSpoken(live.waiting > 0 ? t('conversations:live.spoken', { count: live.waiting }) : '')
  return (
    <div className="flow no-print">
      <LiveNote
        state={live.state}
        time={clock(talk.now, townZone)}
        reloadTo={talk.here}
        announcement={spoken}
      />
      {(live.present !== null || live.typing) && (
        <p className="quiet">
          {live.present !== null && t('conversations:live.present', { count: live.present })}{' '}
          {live.typing && t('conversations:live.typing')}
        </p>
      )}
      {awake && (
        <div
          onChange={(change) => {
            if (change.target instanceof HTMLSelectElement) live.chooseMode(change.target.value as LiveMode)
          }}
        >
          <Field
            key={live.mode}
            kind="select"
            field={{ name: 'live', required: true }}
            label={t('conversations:live.mode')}
            value={live.mode}
            options={liveModes.map((mode) => ({ value: mode, label: t(`conversations:live.${mode}`) }))}
          />
        </div>
      )}
    </div>
  )
}

/** Without scripts there is nothing to choose. */
function useAwake(): boolean {
  const [awake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  return awake
}
