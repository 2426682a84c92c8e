// Papers of an item: links to ideas, standards, votes and pages elsewhere, and files that are kept with the item.
import type { PaperTable } from '#db/tables.ts'
import type { Platform } from '../platform.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { getItem, hearersOf, itemSubject } from './items.server.ts'
import { getMeeting, meetingSubject } from './meeting.server.ts'

const mostBytes = 8_000_000

/** What an office sends round; each is known by its first bytes, never by its name. */
const mediaTypes: readonly (readonly [type: string, ending: string, first: readonly number[]])[] = [
  ['application/pdf', 'pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image/png', 'png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', 'jpg', [0xff, 0xd8, 0xff]],
]

interface NewPaper {
  readonly itemId: string
  readonly title: string
  /** An address of our own ('/ideen/11') or a web page; ignored where a file comes along. */
  readonly target: string
  readonly file: Uint8Array | null
}

export const addPaper = prepared(
  async (platform, input: NewPaper) => ({
    ...input,
    file: input.file === null ? null : await readFile(platform, input.file),
  }),
  async (work: Work, input): Promise<void> => {
    const item = await getItem(work.tx, input.itemId)
    const meeting = await getMeeting(work.tx, item.meetingId)
    work.require('meeting.plan', meetingSubject(meeting))
    const id = work.newId()
    const paper = input.file === null ? linkOf(input.target) : namedFile(input.file, id)
    await work.tx
      .insertInto('paper')
      .values({ id, itemId: item.id, title: input.title, at: work.now, ...paper })
      .execute()
    if (input.file !== null) {
      const base64 = Buffer.from(input.file.bytes).toString('base64')
      await work.tx.insertInto('paperFile').values({ paperId: id, base64 }).execute()
    }
    await work.record({ type: 'agenda.changed', meetingId: meeting.id, hearers: hearersOf(item) })
  },
)

/** A link to a page of our own, laid by another room's deed that has asked the policy. */
export async function layLink(
  work: Work,
  itemId: string,
  link: Pick<PaperTable, 'title' | 'kind' | 'target'>,
): Promise<void> {
  await work.tx
    .insertInto('paper')
    .values({ id: work.newId(), itemId, at: work.now, mediaType: null, size: null, ...link })
    .execute()
}

export async function removePaper(work: Work, input: { readonly paperId: string }): Promise<void> {
  const paper = await work.tx
    .selectFrom('paper')
    .select('itemId')
    .where('id', '=', input.paperId)
    .executeTakeFirst()
  if (!paper) throw refuse('not_found')
  const item = await getItem(work.tx, paper.itemId)
  const meeting = await getMeeting(work.tx, item.meetingId)
  work.require('meeting.plan', meetingSubject(meeting))
  await work.tx.deleteFrom('paperFile').where('paperId', '=', input.paperId).execute()
  await work.tx.deleteFrom('paper').where('id', '=', input.paperId).execute()
  await work.record({ type: 'agenda.changed', meetingId: meeting.id, hearers: hearersOf(item) })
}

export type Paper = Pick<PaperTable, 'id' | 'kind' | 'title' | 'target' | 'size'>

/** The papers of items; ask for the items first. */
export async function papersOf(
  ask: Pick<Ask, 'db'>,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Paper[]>> {
  const papers = new Map<string, Paper[]>()
  if (itemIds.length === 0) return papers
  const rows = await ask.db
    .selectFrom('paper')
    .select(['id', 'itemId', 'kind', 'title', 'target', 'size'])
    .where('itemId', 'in', [...itemIds])
    .orderBy('at')
    .execute()
  for (const { itemId, ...paper } of rows) papers.set(itemId, [...(papers.get(itemId) ?? []), paper])
  return papers
}

/** A file for one who may read the item it belongs to. */
export async function getPaperFile(
  ask: Ask,
  paperId: string,
): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
  const row = await ask.db
    .selectFrom('paper')
    .innerJoin('paperFile', 'paperFile.paperId', 'paper.id')
    .select(['paper.itemId', 'paper.target', 'paper.mediaType', 'paperFile.base64'])
    .where('paper.id', '=', paperId)
    .executeTakeFirst()
  if (!row?.mediaType) throw refuse('not_found')
  const item = await getItem(ask.db, row.itemId)
  const meeting = await getMeeting(ask.db, item.meetingId)
  if (!may(ask.actor, 'agendaItem.read', itemSubject(item, meeting))) throw refuse('not_found')
  return { name: row.target, mediaType: row.mediaType, bytes: Buffer.from(row.base64, 'base64') }
}

function linkOf(target: string): Pick<PaperTable, 'kind' | 'target' | 'mediaType' | 'size'> {
  const own = /^\/(ideen|standards|abstimmungen|ziele|runder-tisch)\/[\w/.-]{1,200}$/.exec(target)
  const kinds: Readonly<Record<string, string>> = {
    ideen: 'idea',
    standards: 'standard',
    abstimmungen: 'poll',
  }
  if (own) return { kind: kinds[own[1] ?? ''] ?? 'link', target, mediaType: null, size: null }
  if (!/^https?:\/\/[^\s<>"']{4,480}$/.test(target)) throw refuse('paper_not_known')
  return { kind: 'link', target, mediaType: null, size: null }
}

interface SentFile {
  readonly mediaType: string
  readonly ending: string
  readonly bytes: Uint8Array
}

/** A picture is made anew, so that it is nothing else besides and does not tell where it was taken; a PDF is kept as it came. */
async function readFile(platform: Pick<Platform, 'cleanPicture'>, bytes: Uint8Array): Promise<SentFile> {
  if (bytes.length > mostBytes) throw refuse('paper_too_large')
  const known = mediaTypes.find(([, , first]) => first.every((byte, place) => bytes[place] === byte))
  if (!known) throw refuse('paper_not_known')
  const [mediaType, ending] = known
  if (mediaType === 'application/pdf') return { mediaType, ending, bytes }
  const clean = await platform.cleanPicture(bytes)
  if ('refused' in clean)
    throw refuse(clean.refused === 'not_a_picture' ? 'picture_not_readable' : 'picture_too_large')
  return { mediaType, ending, bytes: clean.bytes }
}

function namedFile(
  { mediaType, ending, bytes }: SentFile,
  id: string,
): Pick<PaperTable, 'kind' | 'target' | 'mediaType' | 'size'> {
  return { kind: 'file', target: `unterlage-${id.slice(-8)}.${ending}`, mediaType, size: bytes.length }
}
