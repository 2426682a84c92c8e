import {
  DeletedTextRun,
  Document,
  HeadingLevel,
  InsertedTextRun,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { inTextOrder, partName } from '#app/components/standards/part-name.ts'
import type { ReadAmendment, ReadPart } from '#app/domain/standards/amendment-view.server.ts'
import { getReadableStandard } from '#app/domain/standards/standard.server.ts'
import { beforeOf, type Passage } from '#app/domain/standards/text/diff.ts'
import { a4, docxAnswer, officeStyles } from '#app/http/docx.ts'
import type { Door } from '#app/http/door.server.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { askedAmendments, wishesIn } from './synopsis-asked.server.ts'
import { nothingInWords, reasonsInWords } from './synopsis-words.ts'

/**
 * The synopsis on A4 across. The middle column carries real insertions and deletions with author and day, so that an
 * office program lists them, and accepting them all leaves the proposed words.
 */
export async function synopsisFile(door: Door): Promise<Response> {
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  const rows = inTextOrder(await askedAmendments(door, standard))
  const change = changes(door)
  const document = new Document({
    title: `${door.t('standards:synopsis.title')}: ${standard.title}`,
    creator: door.platform.town.name,
    styles: officeStyles,
    sections: [
      {
        // Given upright: the library turns the sides itself.
        properties: {
          page: {
            size: { ...a4, orientation: PageOrientation.LANDSCAPE },
            margin: { top: 850, right: 850, bottom: 850, left: 850 },
          },
        },
        children: [
          new Paragraph({ text: door.t('standards:synopsis.title'), heading: HeadingLevel.TITLE }),
          said(
            `${standard.title}. ${door.t('standards:docx.as-of', { day: dateInWords(door, door.ask.now, townZone) })}`,
          ),
          rows.length === 0
            ? said(nothingInWords(door.t, wishesIn(door.url)))
            : new Table({
                width: { size: 100, type: WidthType.PERCENTAGE },
                columnWidths: [4700, 5700, 4700],
                rows: [
                  new TableRow({
                    tableHeader: true,
                    children: (['before', 'after', 'why'] as const).map((column) =>
                      cell([said(door.t(`standards:synopsis.${column}`), true)]),
                    ),
                  }),
                  ...rows.flatMap(({ amendment, part }) => [
                    nameRow(door, amendment, part),
                    new TableRow({
                      children: [
                        cell([said(before(door, part))]),
                        cell([
                          change(amendment, part.passages),
                          ...(part.recommended
                            ? [
                                said(door.t('standards:amendment.recommendation.words'), true),
                                change(amendment, part.recommended),
                              ]
                            : []),
                        ]),
                        cell(reasonsInWords(door.t, amendment).map((text) => said(text))),
                      ],
                    }),
                  ]),
                ],
              }),
        ],
      },
    ],
  })
  return docxAnswer(document, `${standard.slug}-synopse`, standard.publishedAt !== null)
}

type Said = Pick<Door, 't'>

function nameRow({ t }: Said, amendment: ReadAmendment, part: ReadPart): TableRow {
  const by = t('standards:amendment.by', {
    number: amendment.number,
    name: amendment.author ?? t('standards:amendment.gone'),
  })
  return new TableRow({
    cantSplit: true,
    children: [cell([said(`${partName(t, part)}, ${by}`, true)], 3)],
  })
}

function before({ t }: Said, part: ReadPart): string {
  return part.kind === 'insert' ? t('standards:synopsis.new-clause') : beforeOf(part.passages)
}

/** Every change of a document carries a number of its own. */
function changes({ t }: Said) {
  let id = 0
  return (amendment: ReadAmendment, passages: readonly Passage[]): Paragraph =>
    new Paragraph({
      children: passages.flatMap(({ kind, text }) =>
        linesOf(text).map((line) => {
          if (kind === 'same') return new TextRun(line)
          id += 1
          const by = {
            id,
            author: amendment.author ?? t('standards:amendment.gone'),
            date: amendment.proposedAt.replace(/\.\d+Z$/, 'Z'),
            ...line,
          }
          return kind === 'added' ? new InsertedTextRun(by) : new DeletedTextRun(by)
        }),
      ),
    })
}

function said(text: string, bold = false): Paragraph {
  const children = linesOf(text).map((line) => new TextRun({ ...line, bold }))
  return new Paragraph({ children, spacing: { after: 80 } })
}

/** A line end is a mark of its own in such a file; in a text it would be a blank. */
function linesOf(text: string): readonly { readonly text: string; readonly break: number }[] {
  return text.split('\n').map((line, place) => ({ text: line, break: place === 0 ? 0 : 1 }))
}

function cell(children: readonly Paragraph[], columnSpan = 1): TableCell {
  return new TableCell({
    children: [...children],
    columnSpan,
    margins: { top: 80, bottom: 80, left: 100, right: 100 },
  })
}
