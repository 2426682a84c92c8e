// A town as it was before its things were found by search.
import { searchIndexFor } from '#db/search/index.ts'
import type { TestTown } from '#tests/platform.ts'

export async function forgetIndex({ platform: { database } }: TestTown): Promise<void> {
  const index = searchIndexFor(database.kind)
  const entries = await database.read.selectFrom('searchEntry').select('id').execute()
  await database.write.transaction().execute(async (tx) => {
    for (const { id } of entries) await index.remove(tx, id)
  })
}
