import { Document, HeadingLevel, Paragraph, TextRun } from 'docx'
import { listVersions, readPrinted } from '#app/domain/standards/adoption.server.ts'
import { getReadableStandard } from '#app/domain/standards/standard.server.ts'
import { blocksOf } from '#app/domain/standards/text/blocks.ts'
import { docxAnswer, officeStyles } from '#app/http/docx.ts'
import type { Door } from '#app/http/door.server.ts'
import { fileHeadStyle } from '#app/http/file-head.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'

/** The text of today, or of an adopted version, as a file an office can keep and print. */
export async function textFile(door: Door): Promise<Response> {
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  const asked = door.url.searchParams.get('fassung')
  const version =
    asked === null
      ? null
      : (await listVersions(door.ask, standard.id)).find(({ number }) => String(number) === asked)
  if (version === undefined) throw door.refuse('not_found')
  const sections = version?.sections ?? (await readPrinted(door.ask, standard.id))
  const line = (text: string) => new Paragraph({ text, style: fileHeadStyle.id, spacing: { after: 120 } })
  const head = version
    ? [
        line(`${door.t('standards:versions.one', { number: version.number })}, ${day(version.at)}`),
        ...(version.decision === null ? [] : [line(version.decision)]),
        line(`${door.t('standards:versions.hash')}: ${version.hash}`),
      ]
    : [line(door.t('standards:docx.as-of', { day: day(door.ask.now) }))]
  function day(at: string) {
    return dateInWords(door, at, townZone)
  }
  const document = new Document({
    title: standard.title,
    creator: door.platform.town.name,
    styles: officeStyles,
    sections: [
      {
        children: [
          new Paragraph({ text: standard.title, heading: HeadingLevel.TITLE }),
          ...head,
          ...sections.flatMap((section) => [
            new Paragraph({
              text: `${section.place} ${section.title}`,
              heading: HeadingLevel.HEADING_1,
              spacing: { before: 240, after: 120 },
              keepNext: true,
            }),
            ...section.clauses.flatMap(({ place, text }) => paragraphs(`${section.place}.${place}`, text)),
          ]),
        ],
      },
    ],
  })
  const name = version ? `${standard.slug}-${version.number}` : standard.slug
  return docxAnswer(document, name, standard.publishedAt !== null)
}

/** Its number stands before the first words, as in the printed text. */
function paragraphs(number: string, text: string): readonly Paragraph[] {
  return blocksOf(text).map(
    ({ kind, runs }, place) =>
      new Paragraph({
        children: [
          ...(place === 0 ? [new TextRun({ text: number, bold: true }), new TextRun(' ')] : []),
          ...runs.map(
            (run) => new TextRun({ text: run.text, bold: run.as === 'strong', italics: run.as === 'em' }),
          ),
        ],
        spacing: { after: 120 },
        ...(kind === 'point' && place > 0 ? { bullet: { level: 0 } } : {}),
      }),
  )
}
