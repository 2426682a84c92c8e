// Single keys at the chair's console. They can be switched off, and they are silent while somebody types.
import { type RefObject, useEffect } from 'react'

export function useConsoleKeys(place: RefObject<HTMLElement | null>, on: boolean): void {
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      const target = event.target
      if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]')) return
      // The space bar presses what has the focus.
      if (event.key === ' ' && target instanceof Element && target.closest('button, a, summary')) return
      const key = event.key === ' ' ? ' ' : event.key.toUpperCase()
      const found = [...(place.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].find(
        (one) => one.dataset.key === key,
      )
      if (!found || (found instanceof HTMLButtonElement && found.disabled)) return
      event.preventDefault()
      if (found instanceof HTMLDetailsElement) {
        found.open = true
        found.querySelector<HTMLElement>('input:not([type=hidden]), select, button')?.focus()
      } else found.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [place, on])
}
