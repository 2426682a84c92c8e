// The server's clock in the browser: a screen whose own clock is wrong by an hour still counts down rightly.
import { useEffect, useRef, useState } from 'react'

/** `now` as it was read on the server; ticks from there. The first picture is the server's own, so both write the same. */
export function useServerClock(now: string, runs: boolean): string {
  const [shown, setShown] = useState(now)
  const offset = useRef(0)
  useEffect(() => {
    offset.current = Date.parse(now) - Date.now()
    setShown(now)
    if (!runs) return
    const tick = setInterval(() => setShown(new Date(Date.now() + offset.current).toISOString()), 500)
    return () => clearInterval(tick)
  }, [now, runs])
  return shown
}
