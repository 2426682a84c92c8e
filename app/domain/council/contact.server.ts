// Who answers for the Council's data: the Council itself, with an address of its own that it sets itself.
import { fromJson, toJson } from '#db/columns.ts'
import type { Ask } from '../query.server.ts'
import type { Work } from '../run.server.ts'
import { readSetting, requireOpen, writeSetting } from './closing.server.ts'
import { council } from './house.ts'

export interface Contact {
  readonly name: string
  readonly address: string
  readonly mail: string
  /** Such as an agreement with the town on who answers which request. */
  readonly note: string
}

const name = 'council-contact'

export async function saveContact(work: Work, input: Contact): Promise<void> {
  work.require('council.change', council)
  await requireOpen(work)
  await writeSetting(work, name, toJson(input))
  await work.record({ type: 'council.changed' })
}

/** Null until the Council gave one: then the town's own address stands there. */
export async function readContact(ask: Pick<Ask, 'db'>): Promise<Contact | null> {
  const kept = await readSetting(ask.db, name)
  return kept === null ? null : fromJson<Contact>(kept)
}
