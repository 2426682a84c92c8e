// Takes a DOCX apart: only the parts that hold words, only as much of them as a draft can have, never a macro.
import { unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { ReadDocument } from '#app/domain/platform.ts'
import { fileHeadStyle } from '#app/http/file-head.ts'
import { htmlToMarkdown } from './markdown.ts'

const limits = { parts: 2000, unpacked: 24_000_000 } as const

/** Headings, paragraphs, lists, emphasis. Pictures, comments, headers and struck-out changes stay behind. */
const wanted = [
  '[Content_Types].xml',
  '_rels/.rels',
  'word/document.xml',
  'word/styles.xml',
  'word/numbering.xml',
  'word/_rels/document.xml.rels',
]

export async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
  const parts = unpack(bytes)
  if ('refused' in parts) return parts
  // A definition of its own can grow a small part beyond all measure; no office program writes one.
  const text = new TextDecoder()
  if (Object.values(parts.kept).some((part) => text.decode(part).includes('<!DOCTYPE'))) {
    return { refused: 'not_a_document' }
  }
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(parts.kept, { level: 0 })) },
      {
        styleMap: [
          "p[style-name='Title'] => h1.title:fresh",
          "p[style-name='Titel'] => h1.title:fresh",
          `p[style-name='${fileHeadStyle.name}'] => !`,
        ],
      },
    )
    return { markdown: htmlToMarkdown(value) }
  } catch {
    return { refused: 'not_a_document' }
  }
}

/** What a part says of its own size decides how much room it gets; one that lies is cut off there. */
function unpack(
  bytes: Uint8Array,
): { kept: Record<string, Uint8Array> } | { refused: 'not_a_document' | 'macros' | 'too_much' } {
  let count = 0
  let size = 0
  let macros = false
  try {
    const kept = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1
        macros ||= /vbaProject|\.bin$/i.test(name) && /vba/i.test(name)
        if (!wanted.includes(name)) return false
        size += originalSize
        return size <= limits.unpacked && count <= limits.parts
      },
    })
    if (macros) return { refused: 'macros' }
    if (size > limits.unpacked || count > limits.parts) return { refused: 'too_much' }
    if (!kept['word/document.xml'] || !kept['[Content_Types].xml']) return { refused: 'not_a_document' }
    if (new TextDecoder().decode(kept['[Content_Types].xml']).includes('macroEnabled'))
      return { refused: 'macros' }
    return { kept }
  } catch {
    return { refused: 'not_a_document' }
  }
}
