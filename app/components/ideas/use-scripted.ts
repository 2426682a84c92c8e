import { useEffect, useState } from 'react'

/** False on the server and in the first picture, so that both agree; true once scripts run. */
export function useScripted(): boolean {
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  return scripted
}
