// Keeps a screen in step with its meeting: those inside fetch what is theirs, everybody else is told what is public.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { OwnStand, Stand } from '#app/domain/meetings/stand.ts'
import { type LiveNow, useLive } from './use-live.ts'

export interface ReadStand {
  readonly stand: Stand
  readonly own: OwnStand | null
}

export interface StandWish extends ReadStand {
  readonly meetingId: string
  /** Inside: fetch after every word. Outside: the word itself carries what is public. */
  readonly inside: boolean
  /** A projector shows what was frozen. */
  readonly projector?: boolean
}

export interface LiveStand extends ReadStand {
  readonly live: LiveNow
  /** Asks now, after an own deed. */
  refresh(): Promise<void>
}

export function useStand(wish: StandWish): LiveStand {
  const { meetingId, inside } = wish
  const [read, setRead] = useState<ReadStand>({ stand: wish.stand, own: wish.own })
  const newest = useRef(read)
  newest.current = read
  const address = `/runder-tisch/sitzungen/${wish.stand.number}/stand.json${wish.projector ? '?leinwand' : ''}`

  // The page was loaded again, after a plain form for example.
  useEffect(() => {
    setRead((before) =>
      wish.stand.asOf >= before.stand.asOf ? { stand: wish.stand, own: wish.own } : before,
    )
  }, [wish.stand, wish.own])

  const asking = useRef<Promise<void> | null>(null)
  const again = useRef(false)
  const refresh = useCallback(async () => {
    if (asking.current) {
      again.current = true
      return asking.current
    }
    asking.current = (async () => {
      do {
        again.current = false
        const response = await fetch(address, { headers: { accept: 'application/json' } })
        if (!response.ok) return
        const next = (await response.json()) as ReadStand
        if (next.stand.asOf >= newest.current.stand.asOf) setRead(next)
      } while (again.current)
    })()
      .catch(() => undefined)
      .finally(() => {
        asking.current = null
      })
    return asking.current
  }, [address])

  const live = useLive({
    topic: inside ? `meeting-inside:${meetingId}` : `meeting:${meetingId}`,
    asOf: read.stand.asOf,
    on: true,
    onNews(message) {
      const told = message.view as Stand | undefined
      if (inside || told === undefined) void refresh()
      else if (told.asOf >= newest.current.stand.asOf) setRead({ stand: told, own: null })
    },
    onStale: () => void refresh(),
    onRefused: () => window.location.reload(),
  })
  return { ...read, live, refresh }
}
