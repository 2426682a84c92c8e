// A draft on this device: kept only after somebody typed, one for each conversation, gone when it was sent.
import { useCallback, useEffect, useState } from 'react'

export interface Draft {
  /** What was found on this device; null where nothing was. */
  readonly found: string | null
  keep(text: string): void
  forget(): void
}

export function useDraft(name: string): Draft {
  const key = `stimmtisch-entwurf-${name}`
  const [found, setFound] = useState<string | null>(null)
  useEffect(() => setFound(onDevice((device) => device.getItem(key))), [key])
  const keep = useCallback(
    (text: string) => {
      if (text.trim() === '') onDevice((device) => device.removeItem(key))
      else onDevice((device) => device.setItem(key, text))
      setFound(text.trim() === '' ? null : text)
    },
    [key],
  )
  const forget = useCallback(() => keep(''), [keep])
  return { found, keep, forget }
}

/** Private windows and full devices refuse; then there is no draft, and nothing else is lost. */
export function onDevice<T>(use: (device: Storage) => T): T | null {
  try {
    return use(window.localStorage)
  } catch {
    return null
  }
}
