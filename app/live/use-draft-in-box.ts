// Puts a draft found on this device back into its box, unless something stands there already.
import { type RefObject, useEffect, useRef } from 'react'
import type { Draft } from './use-draft.ts'

export function useDraftInBox(place: RefObject<HTMLElement | null>, draft: Draft): void {
  const done = useRef(false)
  useEffect(() => {
    if (done.current || draft.found === null) return
    done.current = true
    const box = place.current?.querySelector('textarea')
    if (box && box.value === '') box.value = draft.found
  }, [place, draft.found])
}
