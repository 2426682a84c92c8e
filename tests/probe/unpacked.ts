// What an answer says: its text, and of a zip (an office file, the Council's archive) the texts of all that is in it.
import { strFromU8, unzipSync } from 'fflate'

export function textOf(type: string, bytes: Buffer): string {
  // To HEAD there is an answer without a body.
  const isZip = bytes.length > 0 && /zip|officedocument/.test(type)
  return isZip ? textInZip(bytes) : bytes.toString('utf8')
}

function textInZip(bytes: Buffer): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, inside]) => `${name}\n${readable(strFromU8(inside))}`)
    .join('\n')
}

/** An office breaks a sentence into runs wherever it likes, so the words stand there once with and once without tags. */
function readable(xml: string): string {
  return `${xml}\n${xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')}`
}
