// The live side of a conversation: what has come in meanwhile waits, and nothing moves until the reader wants it.
import { useNavigate, useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { addressByTime } from '#app/domain/conversations/conversation.ts'
import { addressIn } from '#app/i18n/address.ts'
import { useWords } from '#app/i18n/words.tsx'
import { onDevice } from './use-draft.ts'
import { type LiveNow, useLive } from './use-live.ts'

/** New contributions: on a press of the button, by themselves, or not at all. */
export const liveModes = ['press', 'automatic', 'off'] as const
export type LiveMode = (typeof liveModes)[number]

interface TalkOnPage {
  readonly id: string
  readonly address: string
  readonly count: number
  readonly asOf: number
  readonly here: string
}

export interface LiveTalk extends LiveNow {
  readonly mode: LiveMode
  chooseMode(mode: LiveMode): void
  /** Contributions up to this number are on show. */
  readonly shownUpTo: number
  /** How many wait behind the bar. */
  readonly waiting: number
  /** Where the first of them stands. */
  readonly waitingAt: string
  showWaiting(): void
  /** After one's own post: shows it, wherever it stands. */
  show(number: number): void
}

const modeKey = 'stimmtisch-live'

export function useTalk(talk: TalkOnPage): LiveTalk {
  const [mode, setMode] = useState<LiveMode>('press')
  const [shownUpTo, setShownUpTo] = useState(talk.count)
  const [heardOf, setHeardOf] = useState(talk.count)
  const reload = useSoon()
  const focus = useFocusOn(talk)

  useEffect(() => {
    const kept = onDevice((device) => device.getItem(modeKey))
    if (kept === 'automatic' || kept === 'off') setMode(kept)
  }, [])
  const newest = Math.max(heardOf, talk.count)
  useEffect(() => {
    if (mode === 'automatic') setShownUpTo((before) => Math.max(before, talk.count))
  }, [mode, talk.count])

  const live = useLive({
    topic: `conversation:${talk.id}`,
    asOf: talk.asOf,
    on: mode !== 'off',
    onNews(message) {
      if (message.number !== undefined) setHeardOf((before) => Math.max(before, message.number ?? 0))
      const posts = message.types.every((type) => type === 'contribution.posted')
      const reactions = message.types.every((type) => type === 'contribution.reacted')
      // Something on show was changed or taken away; new ones still wait behind the bar.
      if ((posts && mode === 'automatic') || (!posts && !reactions)) reload()
    },
    onStale: reload,
    onRefused: reload,
  })

  return {
    ...live,
    mode,
    chooseMode(chosen) {
      setMode(chosen)
      onDevice((device) => device.setItem(modeKey, chosen))
    },
    shownUpTo,
    waiting: mode === 'press' ? newest - shownUpTo : 0,
    waitingAt: addressByTime(talk.address, shownUpTo + 1),
    showWaiting() {
      setShownUpTo(newest)
      focus(shownUpTo + 1, newest)
    },
    show(number) {
      setShownUpTo((before) => Math.max(before, number))
      focus(number, number)
    },
  }
}

/** Loads again soon: a crowd of readers spreads over a moment. */
function useSoon(): () => void {
  const { revalidate } = useRevalidator()
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(revalidate, Math.random() * 300)
  }, [revalidate])
}

/** Loads again and moves the focus to the first heading within these numbers, on whichever page it stands. */
function useFocusOn(talk: TalkOnPage): (first: number, last: number) => void {
  const { revalidate, state } = useRevalidator()
  const navigate = useNavigate()
  const { lang } = useWords()
  const wanted = useRef<{ first: number; last: number; here: string; led: boolean } | null>(null)
  const loading = state !== 'idle'
  // biome-ignore lint/correctness/useExhaustiveDependencies: asOf and here say that what was wanted has arrived
  useEffect(() => {
    const want = wanted.current
    if (want === null || loading || talk.count < want.last) return
    for (let number = want.first; number <= want.last; number++) {
      const heading = document.getElementById(`b${number}-head`)
      if (!heading) continue
      wanted.current = null
      heading.tabIndex = -1
      heading.focus()
      heading.scrollIntoView({ block: 'start' })
      return
    }
    if (want.led) wanted.current = null
    else {
      want.led = true
      navigate(addressIn(lang, addressByTime(talk.address, want.first)))
    }
  }, [talk.asOf, talk.here, talk.count, loading])
  return useCallback(
    (first, last) => {
      wanted.current = { first, last, here: talk.here, led: false }
      revalidate()
    },
    [revalidate, talk.here],
  )
}
