import { useEffect, useRef, useState } from 'react'
import { standardLimits } from '#app/domain/standards/standards.form.ts'
import type { ClauseTrouble } from '#app/domain/standards/workshop/draft.ts'
import { numberIn } from '#app/i18n/numbers.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { WorkshopNow } from '#app/live/use-workshop.ts'

/** One clause as several write it: a text box that shows where the others are. */
export function LiveClause({
  clauseId,
  label,
  hintId,
  mount,
  beginning,
  readOnly,
}: {
  readonly clauseId: string
  readonly label: string
  readonly hintId: string
  readonly mount: WorkshopNow['mount']
  /** Another document, another editor. */
  readonly beginning: number
  readonly readOnly: boolean
}) {
  const { t, lang } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [tooLong, setTooLong] = useState(false)
  const [trouble, setTrouble] = useState<ClauseTrouble | null>(null)
  const { min, max } = standardLimits.clause
  const number = (of: number) => numberIn(lang, of)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new beginning is a new document
  useEffect(() => {
    if (!box.current) return
    setTooLong(false)
    return mount(box.current, {
      ...{ clause: clauseId, label, hint: hintId, lang, most: max, readOnly },
      tooLong: () => setTooLong(true),
      trouble(now) {
        setTrouble(now)
        if (now === null) setTooLong(false)
      },
    })
  }, [mount, clauseId, label, hintId, lang, max, beginning, readOnly])
  return (
    <>
      <div className="live-clause" ref={box} tabIndex={-1} data-step-out />
      {tooLong && (
        <p className="error" role="alert">
          {t('standards:workshop.live-too-long', { number: number(max) })}
        </p>
      )}
      {trouble !== null && (
        <p className="error" role="status">
          {trouble === 'too-long'
            ? t('standards:workshop.live-over-long', { number: number(max) })
            : t('standards:workshop.live-too-short', { number: number(min) })}
        </p>
      )}
    </>
  )
}
