// The server's clock in the browser: a screen whose own clock is wrong by an hour still counts down rightly.
import { useEffect, useRef, useState } from 'react'

/** `now` as it was read on the server; ticks from there. The first picture is the server's own, so both write the same. */
export function useServerClock(now: string, runs: boolean): string {
  const [shown, setShown] = useState(now)
  const offset = useRef(0)
  useEffect(() => {
    // Counted on a clock that nobody can set: one put right during the meeting changes no countdown.
    offset.current = Date.parse(now) - performance.now()
    setShown(now)
    if (!runs) return
    const tick = setInterval(() => setShown(new Date(performance.now() + offset.current).toISOString()), 500)
    return () => clearInterval(tick)
  }, [now, runs])
  return shown
}
