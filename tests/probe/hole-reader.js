// Reads the files of the built server and replaces what each hole says.
let changes = []

export function initialize(holes) {
  changes = holes.map(({ find, flags, put }) => ({ find: new RegExp(find, flags), put }))
}

export async function load(url, context, next) {
  const read = await next(url, context)
  if (!url.includes('/build/server/') || !read.source) return read
  const source = changes.reduce(
    (text, { find, put }) => text.replace(find, put),
    Buffer.from(read.source).toString('utf8'),
  )
  return { ...read, source }
}
