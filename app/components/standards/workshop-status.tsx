import { useEffect, useRef, useState } from 'react'
import { Alert } from '#app/components/alert.tsx'
import { Go } from '#app/components/go.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { useSpoken } from '#app/live/use-spoken.ts'

export interface WorkshopStatusProps {
  readonly line: 'joining' | 'joined' | 'apart' | 'shown-out'
  readonly shownOutFor: string | null
  readonly unsaved: boolean
  readonly storeTrouble: boolean
  readonly others: readonly { readonly person: number; readonly name: string }[]
  /** The id of the sentence about the keys, which every editor names. */
  readonly hintId: string
  readonly reloadTo: string
}

/** Who writes here now, whether it is saved, and how to get out of the text box by keyboard. */
export function WorkshopStatus(props: WorkshopStatusProps) {
  const { line, shownOutFor, unsaved, storeTrouble, others, hintId, reloadTo } = props
  const { t, lang } = useWords()
  const spoken = useSpoken(useComings(others, line === 'joined'))
  const names = new Intl.ListFormat(lang, { type: 'conjunction' }).format(others.map(({ name }) => name))
  return (
    <section className="writing" aria-label={t('standards:workshop.live-title')}>
      <p className="hidden-text" role="status">
        {spoken}
      </p>
      {line === 'shown-out' && (
        <Alert state="error" role="alert" title={t(outWords(shownOutFor))}>
          <p>
            <Go to={reloadTo}>{t('standards:workshop.live-reload')}</Go>
          </p>
        </Alert>
      )}
      {line === 'apart' && <Alert state="soon" role="status" title={t('standards:workshop.live-apart')} />}
      {line === 'joined' && storeTrouble && (
        <Alert state="soon" role="status" title={t('standards:workshop.live-store')} />
      )}
      {line === 'joined' && (
        <p className="writing-now">
          <span className="writers" aria-hidden="true">
            {others.slice(0, 8).map(({ person, name }) => (
              <span key={person} className="writer" data-tint={person % 6}>
                {initialsOf(name)}
              </span>
            ))}
          </span>
          <span>
            {others.length === 0
              ? t('standards:workshop.live-alone')
              : t('standards:workshop.live-with', { names })}
          </span>{' '}
          {!storeTrouble && (
            <span className="quiet">
              {t(unsaved ? 'standards:workshop.live-saving' : 'standards:workshop.live-saved')}
            </span>
          )}
        </p>
      )}
      <p className="hint" id={hintId}>
        {line === 'joined' && <>{t('standards:workshop.live-by-itself')} </>}
        {t('standards:workshop.live-keys')}
      </p>
    </section>
  )
}

function outWords(reason: string | null) {
  if (reason === 'too-large') return 'standards:workshop.live-out-large'
  return reason === 'right' ? 'standards:workshop.live-out-right' : 'standards:workshop.live-out-unreadable'
}

/** A sentence for whoever came or went last; those who are there from the start are not news. */
function useComings(others: WorkshopStatusProps['others'], here: boolean): string {
  const { t } = useWords()
  const [sentence, setSentence] = useState('')
  const before = useRef<ReadonlyMap<number, string> | null>(null)
  useEffect(() => {
    const now = new Map(others.map(({ person, name }) => [person, name]))
    const known = before.current
    before.current = here ? now : null
    if (!here || known === null) return
    const came = [...now].find(([person]) => !known.has(person))
    const left = [...known].find(([person]) => !now.has(person))
    if (came) setSentence(t('standards:workshop.live-came', { name: came[1] }))
    else if (left) setSentence(t('standards:workshop.live-left', { name: left[1] }))
  }, [others, here, t])
  return sentence
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word ? ([...word][0] ?? '') : ''))
    .join('')
    .toUpperCase()
}
