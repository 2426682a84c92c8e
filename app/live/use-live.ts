// Watches one topic from a page: whether the connection stands, what changed, who else is there.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { NewsMessage } from '#server/live/gather.ts'
import { tellTyping, watchLive } from './connection.ts'

export interface LiveWish {
  readonly topic: string
  /** The newest event the loader saw. */
  readonly asOf: number
  readonly on: boolean
  onNews(message: NewsMessage): void
  /** Something was missed: load again. */
  onStale(): void
  /** The right to read it has ended: load again, and the page says why. */
  onRefused?(): void
}

export interface LiveNow {
  /** `plain`: not connected (yet), and nothing is wrong with that. */
  readonly state: 'plain' | 'connected' | 'lost'
  readonly present: number | null
  /** Somebody else is writing. */
  readonly typing: boolean
  /** Tells the others that somebody writes; at most every few seconds. */
  sayTyping(): void
}

/** A short cut is mended before anybody needs to know of it. */
const patienceMs = 4000
const typingMs = 5000
const typingEveryMs = 3000

export function useLive(wish: LiveWish): LiveNow {
  const { topic, on } = wish
  const [state, setState] = useState<LiveNow['state']>('plain')
  const [present, setPresent] = useState<number | null>(null)
  const [typing, setTyping] = useState(false)
  const latest = useRef(wish)
  latest.current = wish

  useEffect(() => {
    setState('plain')
    setPresent(null)
    if (!on) return
    let heard = 0
    let patience: ReturnType<typeof setTimeout> | undefined
    let typed: ReturnType<typeof setTimeout> | undefined
    const stop = watchLive({
      topic,
      asOf: () => Math.max(heard, latest.current.asOf),
      watching() {
        clearTimeout(patience)
        patience = undefined
        setState('connected')
      },
      stale: () => latest.current.onStale(),
      refused: () => latest.current.onRefused?.(),
      lost() {
        patience ??= setTimeout(() => setState('lost'), patienceMs)
      },
      news(message) {
        if (message.upTo <= Math.max(heard, latest.current.asOf)) return
        heard = message.upTo
        latest.current.onNews(message)
      },
      present: setPresent,
      typing() {
        setTyping(true)
        clearTimeout(typed)
        typed = setTimeout(() => setTyping(false), typingMs)
      },
    })
    return () => {
      clearTimeout(patience)
      clearTimeout(typed)
      stop()
    }
  }, [topic, on])

  const lastTyping = useRef(0)
  const sayTyping = useCallback(() => {
    if (!on || performance.now() - lastTyping.current < typingEveryMs) return
    lastTyping.current = performance.now()
    tellTyping(topic)
  }, [topic, on])
  return { state, present, typing, sayTyping }
}
