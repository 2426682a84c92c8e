import type { ColumnDefinitionBuilder as ColumnBuilder } from 'kysely'
import type { Step } from '../migrate.ts'

/** What a measure rests on, how far it reaches and who confirmed it; what a report may bring along. */
export const measureGrounds: Step = async (db) => {
  for (const [column, kind] of measureColumns) {
    await db.schema.alterTable('measure').addColumn(column, 'text', kind).execute()
  }
  for (const column of ['video', 'measureId', 'appealOfId'] as const) {
    await db.schema.alterTable('report').addColumn(column, 'text').execute()
  }
  await db.schema
    .alterTable('report')
    .addColumn('language', 'text', (c) => c.notNull().defaultTo('de'))
    .execute()
  await db.schema.createIndex('reportAppealOf').on('report').column('appealOfId').unique().execute()
}

const optional = (c: ColumnBuilder) => c
const measureColumns: readonly (readonly [string, (c: ColumnBuilder) => ColumnBuilder])[] = [
  ['template', (c) => c.notNull().defaultTo('')],
  ['space', (c) => c.notNull().defaultTo('town')],
  ['untilAt', optional],
  ['confirmedById', optional],
  ['confirmedAt', optional],
  ['reportId', optional],
]
