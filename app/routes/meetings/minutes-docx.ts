import type { LoaderFunctionArgs } from '@remix-run/node'
import { getMeetingByNumber } from '#app/domain/meetings/meeting.server.ts'
import { enter } from '#app/http/door.server.ts'
import { momentInWords, townZone } from '#app/i18n/dates.ts'
import { readMinutes } from './minutes-view.server.ts'

/** The minutes as a file an office can keep: the same sentences as on the page, for the same readers. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const meeting = await door.find(getMeetingByNumber(door.ask, Number(door.params.number)))
  const wanted = door.url.searchParams.has('oeffentlich') ? 'public' : 'inside'
  const minutes = await readMinutes(door, meeting, wanted)
  if (minutes === null) throw door.refuse('not_found')
  // Large, and rarely asked for: loaded with the first of these files.
  const { Document, HeadingLevel, Paragraph, TextRun } = await import('docx')
  const { docxAnswer, officeStyles } = await import('#app/http/docx.ts')
  const line = (text: string) => new Paragraph({ children: [new TextRun(text)], spacing: { after: 120 } })
  const document = new Document({
    title: door.t('meetings:minutes.of', { title: meeting.title }),
    creator: meeting.bodyName,
    styles: officeStyles,
    sections: [
      {
        children: [
          new Paragraph({
            text: door.t('meetings:minutes.of', { title: meeting.title }),
            heading: HeadingLevel.TITLE,
          }),
          line(`${meeting.bodyName}, ${meeting.place}`),
          line(door.t(`meetings:minutes.state.${minutes.state}`)),
          ...minutes.head.map(({ text }) => line(text)),
          ...minutes.items.flatMap((item) => [
            new Paragraph({ text: `${item.number} ${item.title}`, heading: HeadingLevel.HEADING_1 }),
            ...(item.sentences.length === 0
              ? [line(door.t('meetings:minutes.closed-part'))]
              : item.sentences.map(({ text }) => line(text))),
          ]),
          ...minutes.tail.map(({ text }) => line(text)),
          ...minutes.signatures.map(({ as, at }) =>
            line(`${door.t(`meetings:minutes.signed-by.${as}`)} ${momentInWords(door, at, townZone)}`),
          ),
          ...(minutes.hash ? [line(`${door.t('meetings:minutes.hash')} ${minutes.hash}`)] : []),
        ],
      },
    ],
  })
  return docxAnswer(document, `niederschrift-${meeting.number}`, false)
}
