// Drafts come in from an office program and go out to one, and hostile files do no harm.
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeDraft } from '#app/domain/standards/import.server.ts'
import { outlineOf } from '#app/domain/standards/text/outline.ts'
import { readSections } from '#app/domain/standards/view.server.ts'
import { type Documents, openDocuments } from '#server/documents.ts'
import { databases } from '#tests/databases.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

async function wordFile(): Promise<Uint8Array> {
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: 'Unser Entwurf', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: '1 Räume', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new TextRun('Wer bucht, holt den '),
              new TextRun({ text: 'Schlüssel', bold: true }),
              new TextRun(' ab.'),
            ],
          }),
          new Paragraph({ text: 'Dazu gehören:' }),
          new Paragraph({ text: 'Licht', bullet: { level: 0 } }),
          new Paragraph({ text: 'Fenster', bullet: { level: 0 } }),
          new Paragraph({ text: '2 Geld', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ text: '<script>alert(1)</script> & „Zeichen“' }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

describe('a document', { timeout: 60_000 }, () => {
  let documents: Documents
  let file: Uint8Array
  beforeAll(async () => {
    documents = openDocuments()
    file = await wordFile()
  })
  afterAll(() => documents.close())

  test('becomes sections and clauses', async () => {
    const read = await documents.read(file)
    if (!('markdown' in read)) throw new Error(read.refused)
    expect(outlineOf(read.markdown)).toEqual({
      problems: [],
      sections: [
        {
          title: 'Räume',
          clauses: ['Wer bucht, holt den **Schlüssel** ab.', 'Dazu gehören:\n\n- Licht\n- Fenster'],
        },
        { title: 'Geld', clauses: ['<script>alert(1)</script> & „Zeichen“'] },
      ],
    })
  })

  test('with macros, with a bomb inside, cut off, or something else is refused by name', async () => {
    const parts = unzipSync(file)
    const withPart = (name: string, bytes: Uint8Array) => zipSync({ ...parts, [name]: bytes })
    const main = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    const bomb = new Uint8Array(25_000_000).fill(0x20)
    const laughs = main.replace('?>', '?><!DOCTYPE a [<!ENTITY b "ha">]>')
    expect(await documents.read(withPart('word/vbaProject.bin', new Uint8Array(9)))).toEqual({
      refused: 'macros',
    })
    expect(await documents.read(withPart('word/document.xml', bomb))).toEqual({
      refused: 'too_much',
    })
    expect(await documents.read(withPart('word/document.xml', strToU8(laughs)))).toEqual({
      refused: 'not_a_document',
    })
    expect(await documents.read(file.slice(0, file.length / 2))).toEqual({ refused: 'not_a_document' })
    expect(await documents.read(zipSync({ 'a.txt': strToU8('nur Text') }))).toEqual({
      refused: 'not_a_document',
    })
    // What lies about its size gets no more room than it said.
    const lying = withPart('word/document.xml', bomb)
    const said = new DataView(lying.buffer, lying.byteOffset)
    for (let at = 0; at < lying.length - 46; at++) {
      if (said.getUint32(at, true) === 0x02014b50) said.setUint32(at + 24, 1000, true)
    }
    expect(await documents.read(lying)).toEqual({ refused: 'not_a_document' })
    expect(await documents.read(file)).toHaveProperty('markdown')
  })

  test('that takes too long is given up, and the next one is read', async () => {
    const hurried = openDocuments({ limitMs: 1 })
    expect(await hurried.read(file)).toEqual({ refused: 'too_much' })
    await hurried.close()
  })
})

describe.each(databases)('a draft is taken in on $name', (database) => {
  let town: Workshop
  beforeAll(async () => {
    town = await openWorkshop(database)
  })
  afterAll(() => town?.close())

  test('behind what is there, by the drafting group alone', async () => {
    const sections = [
      { title: 'Geld', clauses: ['Honorare werden in 14 Tagen bezahlt.', 'Auslagen auch.'] },
      { title: 'Zugang', clauses: [] },
    ]
    const input = { standardId: town.standardId, sections }
    expect(await town.tries(town.leo, takeDraft, input)).toMatchObject({ refusal: { reason: 'not_allowed' } })
    expect(await town.tries(town.editor, takeDraft, { ...input, sections: [] })).toMatchObject({
      refusal: { reason: 'import_empty' },
    })
    expect(await town.does(town.editor, takeDraft, input)).toEqual({ sections: 2, clauses: 2 })
    const read = await readSections(town.ask(town.editor), town.standardId)
    expect(read.slice(3).map(({ place, title, stage }) => ({ place, title, stage }))).toEqual([
      { place: 4, title: 'Geld', stage: 'written' },
      { place: 5, title: 'Zugang', stage: 'empty' },
    ])
    expect(read[3]?.clauses.map(({ number, version, comments }) => ({ number, version, comments }))).toEqual([
      { number: '4.1', version: 1, comments: 0 },
      { number: '4.2', version: 1, comments: 0 },
    ])
  })
})
