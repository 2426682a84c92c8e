import { type RefObject, useEffect, useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { Joined, SimilarIdea } from '#app/components/ideas/similar-list.tsx'
import { useWords } from '#app/i18n/words.tsx'
import type { SimilarShown } from '#app/routes/ideas/new-steps.server.ts'

const pauseMs = 400
const wordsNeeded = 3

/** Asks once the title has three words and the typing rests. Nothing takes the focus; the number is said once. */
export function SimilarWhileTyping({
  around,
  account,
}: {
  readonly around: RefObject<HTMLElement>
  readonly account: boolean
}) {
  const { t } = useWords()
  const [similar, setSimilar] = useState<readonly SimilarShown[] | null>(null)
  const [joined, setJoined] = useState<number | null>(null)

  useEffect(() => {
    const title = around.current?.querySelector<HTMLInputElement>('input[name="title"]')
    if (!title) return
    let waiting: number | undefined
    let asked = ''
    let asking: AbortController | null = null
    const ask = async () => {
      const words = title.value.trim()
      if (words.split(/\s+/).length < wordsNeeded || words === asked) return
      asked = words
      asking?.abort()
      asking = new AbortController()
      try {
        const answer = await fetch(`/ideen/aehnlich.json?q=${encodeURIComponent(words.slice(0, 200))}`, {
          signal: asking.signal,
        })
        if (answer.ok) setSimilar((await answer.json()).similar)
      } catch {
        // Without a connection there is nothing to show; the check on the server comes anyway.
      }
    }
    const typed = () => {
      window.clearTimeout(waiting)
      waiting = window.setTimeout(() => void ask(), pauseMs)
    }
    title.addEventListener('input', typed)
    typed()
    return () => {
      window.clearTimeout(waiting)
      asking?.abort()
      title.removeEventListener('input', typed)
    }
  }, [around])

  const join = async (number: number) => {
    const body = new URLSearchParams({ intent: 'support' })
    const answer = await fetch(`/ideen/${number}`, { method: 'POST', body })
    if (answer.ok) setJoined(number)
  }

  return (
    <div className="similar flow" data-empty={similar === null || similar.length === 0 ? '' : undefined}>
      <p role="status" className={similar && similar.length > 0 ? undefined : 'hidden-text'}>
        {similar !== null && similar.length > 0 && t('ideas:similar.found', { count: similar.length })}
      </p>
      {joined !== null && <Joined number={joined} />}
      {similar !== null && similar.length > 0 && (
        <ul className="plain similar-ideas">
          {similar.map((idea) => (
            <li key={idea.number}>
              <SimilarIdea idea={idea} />
              {account && !idea.own && idea.number !== joined && (
                <Button kind="quiet" type="button" onClick={() => void join(idea.number)}>
                  {t('ideas:similar.also')}
                  <span className="hidden-text"> ({t('ideas:similar.look', { number: idea.number })})</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
