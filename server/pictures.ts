// Reads a picture somebody sent and makes it anew: turned upright, without metadata, in two sizes.
import sharp from 'sharp'
import type { CleanPicture, ReadPicture, RefusedPicture } from '#app/domain/platform.ts'

const maxBytes = 8_000_000
const maxPixels = 40_000_000
const longestSide = { big: 1600, small: 480 } as const

// What a file is called does not count, only what it holds; other readers (SVG, PDF, GIF …) stay shut altogether.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
// A picture takes one core, so that pages still get the other.
sharp.concurrency(1)
// No picture comes twice, so none is remembered.
sharp.cache(false)

export function readPicture(bytes: Buffer): Promise<ReadPicture> {
  return within(bytes, makeAnew)
}

/** A picture that is handed on as a file: as large and of the same kind, without metadata and what hung on behind it. */
export function cleanPicture(bytes: Buffer): Promise<CleanPicture> {
  return within(bytes, async () => {
    const pixels = decoder(bytes)
    const { format } = await pixels.metadata()
    return { bytes: await (format === 'png' ? pixels.png() : pixels.jpeg({ quality: 90 })).toBuffer() }
  })
}

async function within<T>(bytes: Buffer, make: (bytes: Buffer) => Promise<T>): Promise<T | RefusedPicture> {
  if (bytes.length > maxBytes) return { refused: 'too_large' }
  try {
    // Reads the head alone: a small file may claim to unfold into gigabytes.
    const { width = 0, height = 0 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > maxPixels) return { refused: 'too_many_pixels' }
    return await make(bytes)
  } catch {
    return { refused: 'not_a_picture' }
  }
}

function decoder(bytes: Buffer): sharp.Sharp {
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' }).rotate().timeout({ seconds: 20 })
}

/** Decodes once; both sizes are made from the same pixels. Only what is asked for is kept, so metadata goes. */
async function makeAnew(bytes: Buffer): Promise<ReadPicture> {
  const { data, info } = await decoder(bytes)
    .resize(longestSide.big, longestSide.big, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const pixels = () => sharp(data, { raw: { width, height, channels } })
  return {
    webp: await pixels().webp().toBuffer(),
    small: await pixels()
      .resize(longestSide.small, longestSide.small, { fit: 'inside', withoutEnlargement: true })
      .webp()
      .toBuffer(),
    width,
    height,
  }
}
