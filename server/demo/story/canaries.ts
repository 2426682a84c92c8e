// Words planted in private places. Whoever meets one and is not named here has found a leak.
import type { StoryCanary } from '#server/demo/story/types.ts'

const moderators = ['moderator'] as const

import { canaryInside } from './meetings.ts'

export const canaries = [
  {
    word: canaryInside,
    where: 'title and text of an agenda item that is not public',
    readers: { handles: [], roles: ['chair', 'deputy', 'minute-taker', 'member', 'substitute'] },
  },
  {
    word: 'KANARIE-BANK-2614',
    where: 'text of a guest idea that waits to be read',
    readers: { handles: [], roles: moderators },
  },
  {
    word: 'KANARIE-POSAUNE-3308',
    where: 'text of a guest idea that was not published',
    readers: { handles: [], roles: moderators },
  },
  {
    word: 'KANARIE-BRILLE-4471',
    where: 'text of a hidden idea',
    readers: { handles: ['glanzdeal'], roles: moderators },
  },
  {
    word: 'KANARIE-PACK-8052',
    where: 'text of a hidden contribution',
    readers: { handles: ['manni'], roles: moderators },
  },
  {
    word: 'KANARIE-ZURUECK-1170',
    where: 'text of a contribution its author took back',
    readers: { handles: [], roles: [] },
  },
  {
    word: 'KANARIE-GRUND-9043',
    where: 'the sentence with which a moderator hid a contribution',
    readers: { handles: ['glanzdeal'], roles: moderators },
  },
  {
    word: 'KANARIE-WIDERSPRUCH-5589',
    where: 'text of an objection',
    readers: { handles: ['manni'], roles: moderators },
  },
  {
    word: 'KANARIE-MELDUNG-6127',
    where: 'reason of a report by a guest',
    readers: { handles: [], roles: moderators },
  },
  {
    word: 'kanarie-7725',
    where: 'mail address of an account',
    readers: { handles: ['edda'], roles: ['operator'] },
  },
  {
    word: 'KANARIE-ANGABE-3016',
    where: 'declaration of a creator whom the Council has not confirmed yet',
    readers: { handles: ['priya'], roles: ['speaker'] },
  },
  {
    word: 'KANARIE-HAUS-4402',
    where: "contribution to a talk inside the Speakers' Council",
    readers: { handles: [], roles: ['creator', 'speaker', 'council-moderator'] },
  },
  {
    word: 'KANARIE-WEG-7713',
    where: "contribution hidden by the Council's own moderator",
    readers: { handles: ['samir'], roles: ['council-moderator'] },
  },
  {
    word: 'KANARIE-ENTWURF-9920',
    where: 'draft of a statement of the Council',
    readers: { handles: [], roles: ['speaker'] },
  },
] as const satisfies readonly StoryCanary[]
