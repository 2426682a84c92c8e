// An address as the log may know it: what stands in it can be somebody's secret.

/** `/ideen/:number` for `/ideen/11`, and `/:*` for an address that leads nowhere. */
export function shapeOf({ pathname }: URL, params: Readonly<Record<string, string | undefined>>): string {
  if (params['*'] !== undefined) return '/:*'
  const named = new Map(
    Object.entries(params).map(([name, value = '']) => [encodeURIComponent(value), `:${name}`]),
  )
  return pathname
    .split('/')
    .map((part) => named.get(part) ?? part)
    .join('/')
}
