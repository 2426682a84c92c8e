import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { cleanPicture, readPicture } from '#server/pictures.ts'
import { pngOfZeros } from '#tests/images.ts'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c04020' } })

async function read(bytes: Buffer) {
  const picture = await readPicture(bytes)
  if ('refused' in picture) throw new Error(`refused: ${picture.refused}`)
  return picture
}

describe('a picture', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('sent as %s becomes WebP in two sizes', async (format) => {
    const picture = await read(await plain(2400, 1200)[format]().toBuffer())
    expect(picture).toMatchObject({ width: 1600, height: 800 })
    expect(await sharp(picture.webp).metadata()).toMatchObject({ format: 'webp', width: 1600, height: 800 })
    expect(await sharp(picture.small).metadata()).toMatchObject({ format: 'webp', width: 480, height: 240 })
  })

  test('that is small is not blown up', async () => {
    const picture = await read(await plain(100, 60).png().toBuffer())
    const small = await sharp(picture.small).metadata()
    expect([picture.width, picture.height, small.width, small.height]).toEqual([100, 60, 100, 60])
  })

  test('taken with a tilted phone stands upright, and nothing tells where or by whom it was taken', async () => {
    const photo = await plain(300, 200)
      .jpeg()
      .withExif({
        IFD0: { Artist: 'Kim Beispiel', Copyright: 'Kim' },
        IFD3: { GPSLatitude: '51/1 23/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const before = await sharp(photo).metadata()
    expect([before.orientation, before.exif?.includes('Kim Beispiel')]).toEqual([6, true])

    const picture = await read(photo)
    expect([picture.width, picture.height]).toEqual([200, 300])
    for (const bytes of [picture.webp, picture.small]) {
      expect(await sharp(bytes).metadata()).not.toHaveProperty('exif')
      expect(Buffer.from(bytes).includes('Kim Beispiel')).toBe(false)
    }
  })

  test('keeps what is transparent', async () => {
    const clear = await sharp({ create: { width: 10, height: 10, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer()
    expect((await sharp((await read(clear)).webp).stats()).isOpaque).toBe(false)
  })
})

describe('a picture handed on as a file', () => {
  test('keeps its size and kind, stands upright, and says nothing of where it was taken or what hung on behind', async () => {
    const photo = await plain(3000, 2000)
      .jpeg()
      .withExif({ IFD0: { Artist: 'Kim Beispiel' }, IFD3: { GPSLatitude: '51/1 23/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const clean = await cleanPicture(
      Buffer.concat([photo, Buffer.from('%PDF-1.7 <script>alert(1)</script>')]),
    )
    if ('refused' in clean) throw new Error(clean.refused)
    const made = await sharp(clean.bytes).metadata()
    expect([made.format, made.width, made.height, made.exif]).toEqual(['jpeg', 2000, 3000, undefined])
    expect(Buffer.from(clean.bytes).toString('latin1')).not.toMatch(/Kim Beispiel|%PDF|<script/)
    const drawing = await cleanPicture(await plain(30, 20).png().toBuffer())
    expect('bytes' in drawing && (await sharp(drawing.bytes).metadata()).format).toBe('png')
    expect(await cleanPicture(pngOfZeros(30_000, 30_000))).toEqual({ refused: 'too_many_pixels' })
  })
})

describe('refused is', () => {
  test('a file of more than 8 MB', async () => {
    expect(await readPicture(Buffer.alloc(8_000_001))).toEqual({ refused: 'too_large' })
  })

  test('a small file that would unfold into more than 40 million pixels', async () => {
    const bomb = pngOfZeros(30_000, 30_000)
    expect(bomb.length).toBeLessThan(500)
    expect(await readPicture(bomb)).toEqual({ refused: 'too_many_pixels' })
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('Das ist kein Bild.')],
    [
      'a drawing that can hold scripts',
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
      ),
    ],
    ['an animation', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['the head of a PNG and nothing more', pngOfZeros(100, 100).subarray(0, 40)],
    ['a PNG without pixels', pngOfZeros(100, 100)],
  ])('%s', async (_, bytes) => {
    expect(await readPicture(bytes)).toEqual({ refused: 'not_a_picture' })
  })

  test('a photo that was cut off on its way', async () => {
    const photo = await plain(800, 600).jpeg().toBuffer()
    expect(await readPicture(photo.subarray(0, photo.length / 3))).toEqual({ refused: 'not_a_picture' })
  })
})
