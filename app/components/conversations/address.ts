// The address of the same page with some of its questions changed; null takes one away.

export function addressWith(here: string, changes: Readonly<Record<string, string | null>>): string {
  const [path = '/', query = ''] = here.split('?', 2)
  const asked = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) asked.delete(name)
    else asked.set(name, value)
  }
  const search = asked.toString()
  return search === '' ? path : `${path}?${search}`
}
