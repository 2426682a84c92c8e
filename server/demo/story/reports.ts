// What waits for the moderators when the town opens: open reports, and guest ideas nobody has read yet.
import type { StoryGuestIdea, StoryReport } from '#server/demo/story/types.ts'

export const reports = [
  {
    about: { contribution: 't1-152' },
    by: 'jutta',
    rule: '1',
    text: 'In diesem Beitrag stehen Befehle für den Computer. Ich weiß nicht, ob das gefährlich ist. Bitte sehen Sie nach.',
    daysAgo: 0.9,
  },
  {
    about: { contribution: 'o8-2' },
    by: null,
    guestName: 'Mutter einer Schülerin',
    guestMail: 'mutter@beispiel.example',
    rule: '2',
    text: 'Hier wird Jugendlichen abgesprochen, dass sie urteilen können. Meine Tochter hat sich darüber sehr geärgert. Vielleicht ist es noch erlaubt, aber jemand sollte es lesen. (Prüfwort KANARIE-MELDUNG-6127)',
    daysAgo: 0.5,
  },
  {
    about: { idea: 9 },
    by: 'oskar',
    rule: '3',
    text: 'Die Idee kommt von einem Geschäft und nützt diesem Geschäft. Ist das noch eine Idee oder schon Werbung?',
    daysAgo: 0.2,
  },
] as const satisfies readonly StoryReport[]

/** Idea 21 waits too; this one stands apart, since it gets its number only when the story is told. */
export const guestIdeasWaiting = [
  {
    guestName: null,
    title: 'Bank vor der Bücherei zum Vorlesen',
    text: 'Ich lese meinem Enkel gern draußen vor. Eine Bank unter einem Dach, auf der ein Schild steht „Hier wird vorgelesen“, würde auch andere dazu bringen. Meine Nummer habe ich mir aufgeschrieben. (Prüfwort KANARIE-BANK-2614)',
    district: 'hattingen-mitte',
    receivedDaysAgo: 1.6,
  },
] as const satisfies readonly StoryGuestIdea[]
