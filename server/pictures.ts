// Reads a picture somebody sent and makes it anew: turned upright, without metadata, in two sizes.
import sharp from 'sharp'
import type { ReadPicture } from '#app/domain/platform.ts'

const maxBytes = 8_000_000
const maxPixels = 40_000_000

export async function readPicture(bytes: Buffer): Promise<ReadPicture> {
  if (bytes.length > maxBytes) return { refused: 'too_large' }
  try {
    const { format, width = 0, height = 0 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (format !== 'jpeg' && format !== 'png' && format !== 'webp') return { refused: 'not_a_picture' }
    if (width * height > maxPixels) return { refused: 'too_many_pixels' }
    const upright = () => sharp(bytes, { limitInputPixels: maxPixels }).rotate()
    const big = await upright().resize(1600, 1600, { fit: 'inside', withoutEnlargement: true }).webp().toBuffer({ resolveWithObject: true })
    const small = await upright().resize(480, 480, { fit: 'inside', withoutEnlargement: true }).webp().toBuffer()
    return { webp: big.data, small, width: big.info.width, height: big.info.height }
  } catch {
    return { refused: 'not_a_picture' }
  }
}
