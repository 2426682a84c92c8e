// Equal things of one answer become the same thing: what travels to a page is then written once and pointed to after that.

/** @returns gives the first of all equal plain things it was given */
export function sharing(): <T extends object>(thing: T) => T {
  const known = new Map<string, object>()
  return <T extends object>(thing: T): T => {
    const name = JSON.stringify(thing)
    const first = known.get(name)
    if (first !== undefined) return first as T
    known.set(name, thing)
    return thing
  }
}
