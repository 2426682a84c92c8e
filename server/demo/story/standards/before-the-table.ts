// What the second meeting voted on: two sections and two amendments, each an item of its own.
import type { StoryMeetingItem } from '../meetings.ts'

export const standardBeforeTheTable: readonly StoryMeetingItem[] = [
  {
    title: 'Standard „Gut zusammenarbeiten“, Abschnitte 1 und 2',
    kind: 'resolution',
    minutes: 20,
    standard: { sections: [1, 2] },
    notes: ['Die Arbeitsgruppe erklärt, was sich durch die Änderungen ergeben hat.'],
    speakers: [
      ['ottilie', 140],
      ['cem', 90],
      ['kornfeld', 75],
    ],
    vote: {
      question: 'Werden die Abschnitte 1 und 2 beschlossen?',
      label: 'resolution',
      way: 'named',
      yes: 14,
      no: 1,
      abstain: 1,
    },
  },
  {
    title: 'Standard „Gut zusammenarbeiten“, Ä6: Frist für Gebärdensprache',
    kind: 'resolution',
    minutes: 20,
    standard: { amendments: [6] },
    speakers: [['mira', 80]],
    vote: {
      question: 'Wird Ä6 mit den Wörtern der Redaktion angenommen?',
      label: 'resolution',
      way: 'open',
      yes: 14,
      no: 1,
      abstain: 1,
    },
  },
  {
    title: 'Standard „Gut zusammenarbeiten“, Ä7: Abende ohne Nachrichten',
    kind: 'resolution',
    minutes: 20,
    standard: { amendments: [7] },
    speakers: [['walburga', 60]],
    vote: {
      question: 'Wird Absatz 5.6 gestrichen, wie Ä7 es will?',
      label: 'resolution',
      way: 'open',
      yes: 2,
      no: 13,
      abstain: 1,
    },
  },
]
