// Indexes what is older than the search for its kind. Every part goes through the same door as something new would.
import { expressionBuilder } from 'kysely'
import { fromJson } from '#db/columns.ts'
import type { Tables } from '#db/tables.ts'
import type { MinutesText } from '../meetings/minutes.ts'
import {
  indexItem,
  indexMinutes,
  indexResolution,
  openItems,
  openMinutes,
  openResolutions,
} from '../meetings/search.server.ts'
import { indexPoll } from '../polls/announce.server.ts'
import { asPoll } from '../polls/poll.server.ts'
import { addJob, type Work } from '../run.server.ts'
import { asClause } from '../standards/clause.server.ts'
import { indexAmendment, indexClause } from '../standards/search.server.ts'

/** So many of each kind in one transaction: nobody waits for long while an old town is indexed. */
const most = 100

/** Takes what is not indexed yet, and comes back until nothing is left. Twice changes nothing. */
export async function indexOlder(work: Work, _input: null): Promise<void> {
  const kinds = [items, resolutions, minutes, clauses, amendments, polls]
  let more = false
  for (const kind of kinds) more = (await kind(work)) === most || more
  if (!more) return
  const key = `index-older ${work.now} ${work.newId()}`
  await addJob(work.tx, work.newId(), { kind: 'index-older', key, data: null, dueAt: work.now })
}

/** How many it found; as many as `most` means that there may be more. */
type Kind = (work: Work) => Promise<number>

const items: Kind = async (work) => {
  const rows = await work.tx
    .selectFrom('agendaItem')
    .select(['id', 'title', 'text', 'audience'])
    .where('id', 'in', openItems())
    .where('id', 'not in', indexed())
    .limit(most)
    .execute()
  for (const row of rows) await indexItem(work, row)
  return rows.length
}

const resolutions: Kind = async (work) => {
  const rows = await work.tx
    .selectFrom('resolution')
    .select(['id', 'itemId', 'text'])
    .where('id', 'in', openResolutions())
    .where('id', 'not in', indexed())
    .limit(most)
    .execute()
  for (const row of rows) await indexResolution(work, row)
  return rows.length
}

const minutes: Kind = async (work) => {
  const rows = await work.tx
    .selectFrom('minutes')
    .innerJoin('meeting', 'meeting.id', 'minutes.meetingId')
    .select(['meeting.id', 'meeting.title', 'minutes.publicSentences'])
    .where('meeting.id', 'in', openMinutes())
    .where('minutes.publicSentences', 'is not', null)
    .where('meeting.id', 'not in', indexed())
    .limit(most)
    .execute()
  for (const { publicSentences, ...meeting } of rows) {
    if (publicSentences !== null) await indexMinutes(work, meeting, fromJson<MinutesText>(publicSentences))
  }
  return rows.length
}

const clauses: Kind = async (work) => {
  const rows = await work.tx
    .selectFrom('clause')
    .selectAll()
    .where('struckAt', 'is', null)
    .where('id', 'not in', indexed())
    .limit(most)
    .execute()
  for (const row of rows) await indexClause(work, asClause(row))
  return rows.length
}

const amendments: Kind = async (work) => {
  const rows = await work.tx
    .selectFrom('amendment')
    .innerJoin('standard', 'standard.id', 'amendment.standardId')
    .select(['amendment.id', 'amendment.standardId', 'amendment.reason', 'standard.title as standard'])
    .where('amendment.id', 'not in', indexed())
    .limit(most)
    .execute()
  for (const row of rows) {
    const parts = await work.tx
      .selectFrom('amendmentPart')
      .select('text')
      .where('amendmentId', '=', row.id)
      .execute()
    await indexAmendment(work, { ...row, texts: parts.map(({ text }) => text ?? '') })
  }
  return rows.length
}

const polls: Kind = async (work) => {
  const rows = await work.tx
    .selectFrom('poll')
    .selectAll()
    .where('id', 'not in', indexed())
    .limit(most)
    .execute()
  for (const row of rows) await indexPoll(work, asPoll(row))
  return rows.length
}

function indexed() {
  return expressionBuilder<Tables, never>().selectFrom('searchEntry').select('searchEntry.id')
}
