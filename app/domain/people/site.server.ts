// What the town says of itself: its name and imprint, set by the first operator.
import type { Imprint, Site } from '#app/http/context.ts'
import { fromJson } from '#db/columns.ts'
import type { Platform } from '../platform.ts'

export async function readSite(platform: Pick<Platform, 'database' | 'town'>, demo: boolean): Promise<Site> {
  const rows = await platform.database.read.selectFrom('setting').selectAll().execute()
  const values = Object.fromEntries(rows.map((row) => [row.name, row.value]))
  const imprint = values.imprint ? fromJson<Imprint>(values.imprint) : null
  return {
    name: 'Stimmtisch',
    town: values.town ?? platform.town.name,
    demo,
    setUp: imprint !== null,
    imprint,
  }
}
