// Files nobody sends with good intentions: programs dressed as pictures, bombs, files that are two things at once, photos
// that tell where they were taken, and names that lead elsewhere.
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { pngOfZeros } from '#tests/images.ts'
import { isMissing, readReference } from '#tests/reference-data.ts'

export interface HostileFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  /** One of many alike: sent to one of the forms. */
  readonly once?: true
}

const drawings = 'security/xss.json'
const names = 'security/bad-inputs.json'

/** From the lists beside the project: drawings that run where a browser shows them, and names that lead elsewhere. */
function listedFiles(photo: Uint8Array): readonly HostileFile[] {
  const { payloads } = isMissing(drawings)
    ? { payloads: [] }
    : readReference<{ payloads: readonly { context: string; payload: string }[] }>(drawings)
  const { inputs } = isMissing(names)
    ? { inputs: [] }
    : readReference<{ inputs: readonly { target?: string; value: unknown }[] }>(names)
  return [
    ...payloads
      .filter(({ context }) => context === 'svg-file')
      .map(({ payload }, place) => ({
        ...(place % 2 === 0
          ? { name: `x${place}.svg`, type: 'image/svg+xml' }
          : { name: `x${place}.png`, type: 'image/png' }),
        bytes: Buffer.from(payload),
      })),
    ...inputs
      .filter(({ target }) => target === 'filename')
      .map(({ value }) => ({
        name: String(value),
        type: 'image/jpeg',
        bytes: photo,
        once: true as const,
      })),
  ]
}

/** Stands in what a photo tells of its maker and place; it may be nowhere in what the town keeps or serves. */
export const inPhotos = 'KANARIE-FOTO-7731'
/** Stands in what hangs on behind a picture. */
export const behindPictures = '<script>KANARIE-ANHANG-7732</script>'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export async function hostileFiles(): Promise<readonly HostileFile[]> {
  const plain = sharp({ create: { width: 60, height: 40, channels: 3, background: '#306040' } })
  const photo = await plain
    .clone()
    .jpeg()
    .withExif({ IFD0: { Artist: inPhotos, Copyright: inPhotos }, IFD3: { GPSLatitude: '51/1 23/1 0/1' } })
    .toBuffer()
  const drawing = await plain
    .clone()
    .png()
    .withExif({ IFD0: { Artist: inPhotos } })
    .toBuffer()
  const behind = Buffer.from(`\n%PDF-1.7\nPK\u0003\u0004${behindPictures}`)
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const jpeg = (name: string): HostileFile => ({ name, type: 'image/jpeg', bytes: photo })
  const word = (name: string, bytes: Uint8Array): HostileFile => ({ name, type: docx, bytes })
  const spaces = new Uint8Array(26_000_000).fill(0x20)
  const parts = { '[Content_Types].xml': strToU8('<Types/>') }
  const laughs =
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>'
  const bomb = zipSync({ ...parts, 'word/document.xml': spaces })
  return [
    { name: 'foto.png', type: 'image/png', bytes: Buffer.from(svg) },
    { name: 'foto.svg', type: 'image/svg+xml', bytes: Buffer.from(svg) },
    {
      name: 'a.gif',
      type: 'image/gif',
      bytes: Buffer.from('GIF89a/*\u0001\u0000\u0001\u0000*/=1;alert(1)//'),
    },
    { name: 'a.jpg', type: 'image/jpeg', bytes: Buffer.concat([photo, behind]) },
    { name: 'b.png', type: 'text/html', bytes: Buffer.concat([drawing, behind]) },
    { name: 'c.pdf', type: 'application/pdf', bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), photo]) },
    { name: 'd.jpg', type: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8, 0xff, 0x2f, 0x2a, 0x61]) },
    { name: 'e.jpg', type: 'image/jpeg', bytes: Buffer.from('MZ\u0090\u0000 a program') },
    { name: 'f.html', type: 'text/html', bytes: Buffer.from('<!doctype html><script>alert(1)</script>') },
    { name: 'g.png', type: 'image/png', bytes: pngOfZeros(30_000, 30_000) },
    { name: 'h.png', type: 'image/png', bytes: drawing.subarray(0, 60) },
    { name: 'i.jpg', type: 'image/jpeg', bytes: new Uint8Array(8_500_000).fill(0xff) },
    { name: 'j.txt', type: 'text/plain', bytes: new Uint8Array(0) },
    word('k.docx', bomb),
    word('l.docx', zipSync({ ...parts, 'word/document.xml': strToU8(laughs) })),
    word(
      'm.docx',
      zipSync({
        ...parts,
        'word/document.xml': strToU8('<w:document/>'),
        'word/vbaProject.bin': spaces.subarray(0, 9),
      }),
    ),
    word('n.docx', zipSync({ '../../n.txt': strToU8('elsewhere'), '/etc/n': strToU8('elsewhere') })),
    word('o.xlsx', zipSync({ ...parts, 'xl/worksheets/sheet1.xml': spaces })),
    word('p.zip', zipSync({ 'inside.zip': bomb })),
    word('q.docx', photo),
    jpeg('../../../etc/cron.d/r.jpg'),
    jpeg('s.jpg\u0000.html'),
    jpeg('"><img src=x onerror=alert(1)>.jpg'),
    jpeg('t.jpg"\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>'),
    jpeg('u\u202egpj.exe'),
    jpeg(`${'v'.repeat(5000)}.jpg`),
    jpeg('CON'),
    jpeg(''),
    ...listedFiles(photo),
    // Not hostile at all: a door that refuses even this and the photos proves nothing.
    { name: 'w.md', type: 'text/markdown', bytes: Buffer.from('# Geld\n\nHonorare kommen pünktlich.') },
  ]
}
