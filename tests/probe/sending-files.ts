// Hostile files at every form that takes one: no fault, a sentence for each refused one, and of what was kept nothing that
// runs, nothing that tells where a photo was taken, and no name but ours.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { Book } from './book.ts'
import { filled } from './forms.ts'
import { behindPictures, type HostileFile, hostileFiles, inPhotos } from './hostile-files.ts'
import { type Reply, request, sideBySide, together } from './http.ts'
import { judge, type OddTarget } from './odd-target.ts'
import type { Town } from './town.ts'

export async function sendHostileFiles(town: Town, book: Book, targets: readonly OddTarget[]): Promise<void> {
  const doors = targets.flatMap((target) =>
    target.form.parts.filter(({ type }) => type === 'file').map(({ name }) => ({ target, name })),
  )
  const files = await hostileFiles()
  const tries = doors.flatMap((door, turn) =>
    files
      .filter(({ once }, place) => !once || place % doors.length === turn)
      .map((file) => ({ ...door, file })),
  )
  const taken = new Set<OddTarget>()
  await together(tries, sideBySide, async ({ target, name, file }) => {
    const reply = await sendFile(town, target, name, file)
    judge(book, target, reply, `the file ${JSON.stringify(file.name.slice(0, 40))}`)
    if (reply.status < 400) taken.add(target)
  })
  for (const { target, name } of doors) {
    if (!taken.has(target)) book.found('unproven', target.row, target.person, 'takes no file at all')
    const [file] = files
    if (file)
      judge(book, target, await sendFile(town, target, name, file, 'cut'), 'a form cut off in its file')
  }
  await lookAtPictures(town, book)
  await lookAtPapers(town, book)
}

function sendFile(
  town: Town,
  { form, page, key, person, post }: OddTarget,
  field: string,
  { name, type, bytes }: HostileFile,
  how: 'whole' | 'cut' = 'whole',
): Promise<Reply> {
  const boundary = 'a-boundary-of-the-probe'
  const part = (head: string, value: string | Uint8Array) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(value as Uint8Array),
    Buffer.from('\r\n'),
  ]
  const fields = [...new URLSearchParams(filled(form, key, post.fields))]
  const body = Buffer.concat([
    ...fields.flatMap(([own, value]) => part(`name="${own}"`, value)),
    ...part(`name="${field}"; filename="${name}"\r\nContent-Type: ${type}`, bytes),
    ...(how === 'whole' ? [Buffer.from(`--${boundary}--\r\n`)] : []),
  ])
  return request(town.port, form.action || page, {
    method: 'POST',
    cookie: town.cookieOf(person.handle),
    headers: { origin: town.origin, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: how === 'whole' ? body : body.subarray(0, -20),
  })
}

async function lookAtPictures(town: Town, book: Book): Promise<void> {
  const folder = path.join(town.dataDir, 'pictures')
  for (const name of await readdir(folder).catch(() => [])) {
    const where = `/bilder/${name}`
    const bytes = await readFile(path.join(folder, name))
    if (!/^[0-9a-f-]{36}(-small)?\.webp$/.test(name))
      book.found('hostile file', where, null, 'has a name not ours')
    const { format, exif } = await sharp(bytes)
      .metadata()
      .catch(() => ({ format: 'nothing', exif: undefined }))
    if (format !== 'webp' || exif) book.found('hostile file', where, null, `is kept as ${format}`)
    lookInside(book, where, bytes)
  }
}

const kinds = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' } as const

async function lookAtPapers(town: Town, book: Book): Promise<void> {
  const papers = town.rows<{ id: string; base64: string; mediaType: string }>(
    'select p."id", f."base64", p."mediaType" from "paper" p join "paperFile" f on f."paperId" = p."id"',
  )
  for (const { id, base64, mediaType } of papers) {
    const where = `/unterlagen/${id}`
    const bytes = Buffer.from(base64, 'base64')
    const ending = kinds[mediaType as keyof typeof kinds]
    if (ending === undefined) book.found('hostile file', where, null, `is kept as ${mediaType}`)
    // A PDF is handed on as it came, and never shown by us.
    if (ending !== 'pdf') lookInside(book, where, bytes)
    for (const cookie of new Set([null, ...town.cookies.values()])) {
      const reply = await request(town.port, where, { cookie })
      if (reply.status !== 200) continue
      const { headers } = reply
      const as = [headers['content-type'], headers['x-content-type-options'], headers['content-disposition']]
      if (!/^(application\/pdf|image\/(png|jpeg)),nosniff,attachment; filename="[\w.-]+"$/.test(as.join()))
        book.found('hostile file', where, null, `is served as ${as.join()}`)
      break
    }
  }
}

function lookInside(book: Book, where: string, bytes: Buffer): void {
  for (const word of [inPhotos, behindPictures])
    if (bytes.includes(word)) book.found('hostile file', where, null, `still holds ${word}`)
}
