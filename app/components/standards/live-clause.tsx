import { useEffect, useRef, useState } from 'react'
import { standardLimits } from '#app/domain/standards/standards.form.ts'
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
  const { max } = standardLimits.clause
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new beginning is a new document
  useEffect(() => {
    if (!box.current) return
    setTooLong(false)
    return mount(box.current, {
      ...{ clause: clauseId, label, hint: hintId, lang, most: max, readOnly },
      tooLong: () => setTooLong(true),
    })
  }, [mount, clauseId, label, hintId, lang, max, beginning, readOnly])
  return (
    <>
      <div className="live-clause" ref={box} tabIndex={-1} data-step-out />
      {tooLong && (
        <p className="error" role="alert">
          {t('standards:workshop.live-too-long', { number: new Intl.NumberFormat(lang).format(max) })}
        </p>
      )}
    </>
  )
}
