// One polite line for screen readers: the newest sentence, at most every twenty seconds.
import { useEffect, useRef, useState } from 'react'

const everyMs = 20_000

/** `sentence` is spoken when it changes; of several within the pause only the last one. Empty: nothing to say. */
export function useSpoken(sentence: string): string {
  const [spoken, setSpoken] = useState('')
  const last = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (sentence === '') {
      setSpoken('')
      return
    }
    const speak = () => {
      last.current = performance.now()
      setSpoken(sentence)
    }
    const wait = last.current + everyMs - performance.now()
    if (wait <= 0) {
      speak()
      return
    }
    const timer = setTimeout(speak, wait)
    return () => clearTimeout(timer)
  }, [sentence])
  return spoken
}
