import { useEffect, useState } from 'react'
import { Button } from '#app/components/button.tsx'

/** Prints the page; where no scripts run, the browser's own menu does, and no button stands there in vain. */
export function PrintButton({ children }: { readonly children: string }) {
  const [awake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  if (!awake) return null
  return (
    <div className="actions no-print">
      <Button type="button" kind="quiet" onClick={() => window.print()}>
        {children}
      </Button>
    </div>
  )
}
