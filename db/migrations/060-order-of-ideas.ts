import type { Step } from '../migrate.ts'

/** The list of ideas reads its first page in the order of these, however many ideas there are. */
export const orderOfIdeas: Step = async (db) => {
  const order = (name: string) => db.schema.createIndex(name)
  await order('conversationMoved').on('conversation').columns(['subjectKind', 'movedAt']).execute()
  await order('ideaPublished').on('idea').columns(['publishedAt', 'number']).execute()
  await order('ideaSupported').on('idea').columns(['supportCount', 'number']).execute()
}
