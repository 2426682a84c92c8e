import { sql } from 'kysely'
import type { Step } from '../migrate.ts'

/** Who may elect and at which hours are questions now. Elections of before had these answers, and drafts are asked. */
export const electionElectorate: Step = async (db) => {
  const { rows } = await sql<{ id: string; rules: string }>`
    select id, rules from election where state <> 'draft'
  `.execute(db)
  for (const { id, rules } of rows) {
    const answered = { electorate: 'creators', opensHour: 8, closesHour: 18, ...JSON.parse(rules) }
    await sql`update election set rules = ${JSON.stringify(answered)} where id = ${id}`.execute(db)
  }
}
