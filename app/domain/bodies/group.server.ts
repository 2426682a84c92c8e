// A working group: founded by the body it works for, led by one of its members from the first moment.
import { queueMailTo } from '../notices/outbox.server.ts'
import { taskMail } from '../people/mails.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { bodySubject, getBodyRow, writeSeat } from './body.server.ts'
import { councilSlug, roundTableSlug, runs } from './body.ts'

export interface NewGroup {
  readonly name: string
  readonly about: string
  readonly seats: number
  /** Who leads it: somebody with a seat at the Round Table. */
  readonly leaderId: string
}

export async function foundGroup(work: Work, input: NewGroup): Promise<{ slug: string }> {
  const table = await getBodyRow(work.tx, roundTableSlug)
  work.require('group.found', bodySubject(table.slug))
  const { leaderId, ...group } = input
  const seats = await work.tx
    .selectFrom('membership')
    .select(['fromAt', 'untilAt'])
    .where('bodyId', '=', table.id)
    .where('accountId', '=', leaderId)
    .execute()
  if (!seats.some((seat) => runs(seat, work.now))) throw refuse('not_found')
  const slug = await freeSlug(work, group.name)
  const body = { id: work.newId(), slug, kind: 'working-group', ...group }
  await work.tx.insertInto('body').values(body).execute()
  await writeSeat(work, body, null, {
    accountId: leaderId,
    function: 'chair',
    fromAt: work.now,
    untilAt: null,
  })
  if (leaderId !== work.actor.accountId) {
    await queueMailTo(work, leaderId, { kind: 'task', topic: null, data: taskMail(group.name) })
  }
  await work.record({ type: 'body.changed', bodyId: body.id })
  return { slug }
}

/** 'Kultur und Schule' → 'kultur-und-schule'; a number behind it where that is taken. */
async function freeSlug(work: Work, name: string): Promise<string> {
  const plain =
    name
      .toLowerCase()
      .replace(/ä/g, 'ae')
      .replace(/ö/g, 'oe')
      .replace(/ü/g, 'ue')
      .replace(/ß/g, 'ss')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'gruppe'
  const taken = await work.tx.selectFrom('body').select('slug').where('slug', 'like', `${plain}%`).execute()
  const slugs = new Set([...taken.map(({ slug }) => slug), roundTableSlug, councilSlug])
  for (let number = 1; ; number++) {
    const slug = number === 1 ? plain : `${plain}-${number}`
    if (!slugs.has(slug)) return slug
  }
}
