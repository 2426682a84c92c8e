// An election with paper: the count waits for two people who enter the sheets, each for themselves.
import type { Work } from '../run.server.ts'

export async function expectPaper(work: Work, pollId: string): Promise<void> {
  await work.tx
    .insertInto('paperBatch')
    .values({ pollId, sheets: null, firstById: null, secondById: null, state: 'open' })
    .execute()
}
