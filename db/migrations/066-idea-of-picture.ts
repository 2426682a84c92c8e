import type { Step } from '../migrate.ts'

/** A picture is served to those who may read its idea: the idea is looked up with every picture. */
export const ideaOfPicture: Step = async (db) => {
  await db.schema.createIndex('ideaPicture').on('idea').column('pictureId').execute()
}
