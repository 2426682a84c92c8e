import { type RefObject, useEffect, useState } from 'react'
import { Alert } from '#app/components/alert.tsx'
import { Button } from '#app/components/button.tsx'
import { nearMoment, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'

const key = 'stimmtisch:idea-draft'
const names = ['title', 'text', 'district', 'language'] as const

interface Draft {
  readonly at: string
  readonly values: Readonly<Partial<Record<(typeof names)[number], string>>>
}

/** Keeps what is typed on this device only, from the first letter on, until it is sent or thrown away. */
export function DraftKeeper({
  around,
  offer,
}: {
  readonly around: RefObject<HTMLElement>
  readonly offer: boolean
}) {
  const words = useWords()
  const { t } = words
  const [state, setState] = useState<'none' | 'found' | 'kept' | 'gone'>('none')
  const [found, setFound] = useState<Draft | null>(null)

  useEffect(() => {
    if (!offer) return
    const draft = readDraft()
    if (!draft) return
    setFound(draft)
    setState('found')
  }, [offer])

  useEffect(() => {
    const element = around.current
    if (!element) return
    let waiting: number | undefined
    const typed = () => {
      window.clearTimeout(waiting)
      waiting = window.setTimeout(() => {
        if (writeDraft(element)) setState('kept')
      }, 600)
    }
    element.addEventListener('input', typed)
    return () => {
      window.clearTimeout(waiting)
      element.removeEventListener('input', typed)
    }
  }, [around])

  const goOn = () => {
    for (const name of names) {
      const control = around.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)
      const value = found?.values[name]
      if (!control || value === undefined) continue
      control.value = value
      control.dispatchEvent(new Event('input', { bubbles: true }))
    }
    setState('kept')
  }
  const forget = () => {
    forgetDraft()
    setState('gone')
  }

  if (state === 'found' && found) {
    const when = nearMoment(words, found.at, townZone, new Date().toISOString())
    return (
      <Alert title={t('ideas:draft.found-title')}>
        <p>{t('ideas:draft.found', { when })}</p>
        <div className="actions">
          <Button kind="quiet" type="button" onClick={goOn}>
            {t('ideas:draft.go-on')}
          </Button>
          <Button kind="text" type="button" onClick={forget}>
            {t('ideas:draft.forget')}
          </Button>
        </div>
      </Alert>
    )
  }
  return (
    <p className={state === 'none' ? 'hidden-text' : undefined} role="status">
      {state === 'kept' && (
        <>
          {t('ideas:draft.kept')}{' '}
          <Button kind="text" type="button" onClick={forget}>
            {t('ideas:draft.forget')}
          </Button>
        </>
      )}
      {state === 'gone' && t('ideas:draft.gone')}
    </p>
  )
}

/** After sending nothing of it stays behind. */
export function ForgetDraft() {
  useEffect(forgetDraft, [])
  return null
}

function readDraft(): Draft | null {
  try {
    const kept = window.localStorage.getItem(key)
    return kept === null ? null : (JSON.parse(kept) as Draft)
  } catch {
    return null
  }
}

/** False where the browser keeps nothing, or nothing is there to keep. */
function writeDraft(around: HTMLElement): boolean {
  const values = Object.fromEntries(
    names.map((name) => [name, around.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '']),
  )
  try {
    if (!values.title && !values.text) return false
    window.localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), values }))
    return true
  } catch {
    return false
  }
}

function forgetDraft(): void {
  try {
    window.localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
