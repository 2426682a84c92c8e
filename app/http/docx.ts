// Files for an office: one look for all of them, and the answer that carries them.
import { type Document, type IStylesOptions, Packer } from 'docx'
import { fileHeadStyle } from './file-head.ts'

export const officeStyles: IStylesOptions = {
  default: { document: { run: { font: 'Arial', size: 22 } } },
  paragraphStyles: [{ ...fileHeadStyle, basedOn: 'Normal', next: 'Normal' }],
}

/** A4 in twentieths of a point. */
export const a4 = { width: 11_906, height: 16_838 } as const

export async function docxAnswer(document: Document, name: string, forAll: boolean): Promise<Response> {
  const bytes = await Packer.toBuffer(document)
  return new Response(bytes as unknown as BodyInit, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Content-Disposition': `attachment; filename="${name}.docx"`,
      'Cache-Control': forAll ? 'no-cache' : 'private, no-store',
    },
  })
}
