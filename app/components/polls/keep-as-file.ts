/** Hands something to the person as a file of their own. */
export function keepAsFile(name: string, thing: unknown): void {
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(thing, null, 1)], { type: 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
