// The forms of the one engine for every talk, as they stand below ideas, votes, agenda items, clauses and amendments.
import type { Post } from '../room.ts'

export const talkPosts: Readonly<Record<string, Post>> = {
  contribute: { action: 'conversation.contribute', own: true },
  react: { action: 'contribution.react', own: true, provenIn: 'tests/conversations/contribute.test.ts' },
  'mark-read': { action: 'conversation.read', own: true, provenIn: 'tests/conversations/pages.test.ts' },
  'close-conversation': {
    action: 'conversation.close',
    fields: { intent: 'close-conversation' },
    provenIn: 'tests/conversations/pages.test.ts',
  },
  'reopen-conversation': {
    action: 'conversation.close',
    fields: { intent: 'reopen-conversation' },
    provenIn: 'tests/conversations/contribute.test.ts',
  },
}
