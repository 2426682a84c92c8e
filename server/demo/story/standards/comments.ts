// What people say about single clauses of “Gut zusammenarbeiten in der Kultur”, and about the amendments to them.
import type { StoryComment } from './types.ts'

export const comments: readonly StoryComment[] = [
  {
    by: 'elif',
    daysAgo: 86,
    about: { clause: '3.2' },
    move: 'question',
    text: 'Was heißt hier rechtzeitig? Ich muss einen Babysitter absagen, das geht nicht am selben Abend.',
  },
  {
    by: 'kornfeld',
    daysAgo: 85,
    about: { clause: '3.2' },
    answers: 0,
    move: 'answer',
    text: 'Gute Frage. Wir haben noch keine Zahl gefunden, die für alle passt. Bitte schlagen Sie eine vor.',
  },
  {
    by: 'leo',
    daysAgo: 79,
    about: { clause: '3.2' },
    move: 'experience',
    text: 'Mir ist im Mai ein Auftritt zwei Tage vorher abgesagt worden. Die Fahrkarte hatte ich schon bezahlt.',
  },
  {
    by: 'renate',
    daysAgo: 64,
    about: { clause: '2.1' },
    move: 'for',
    text: 'Eine Person mit Namen, das hilft sehr. Früher wusste ich nie, wen ich anrufen soll.',
  },
  {
    by: 'mira',
    daysAgo: 58,
    about: { clause: '6.3' },
    move: 'proposal',
    text: 'Auf Anfrage reicht nicht. Bitte schreibt dazu, bis wann man fragen muss und wer die Antwort gibt.',
  },
  {
    by: 'jonas',
    daysAgo: 41,
    about: { amendment: 1 },
    move: 'for',
    text: 'Drei Tage kann ich mir merken. Das ist mir lieber als ein Wort, das jeder anders versteht.',
  },
  {
    by: 'leo',
    daysAgo: 40,
    about: { amendment: 1 },
    move: 'against',
    text: 'In drei Tagen finde ich keine Vertretung. Bitte denkt an alle, die von ihren Auftritten leben.',
  },
]
