// What people want to change about “Gut zusammenarbeiten in der Kultur”: eight amendments in all their states.
import type { StoryAmendment } from './types.ts'

/** In the order of their numbers, Ä1 to Ä8. */
export const amendments: readonly StoryAmendment[] = [
  {
    by: 'renate',
    daysAgo: 80,
    change: {
      at: '3.2',
      from: 'sagen wir rechtzeitig.',
      to: 'sagen wir spätestens 3 Tage vorher.',
    },
    reason: 'Rechtzeitig heißt für jeden etwas anderes. Mein Chor braucht drei Tage, um alle anzurufen.',
    cosigners: ['jonas', 'elif', 'trommeln'],
    recommendation: {
      what: 'adopt',
      reason: 'Drei Tage sind klar und für kleine Gruppen zu schaffen.',
      daysAgo: 9,
    },
  },
  {
    by: 'leo',
    daysAgo: 78,
    change: {
      at: '3.2',
      from: 'sagen wir rechtzeitig.',
      to: 'sagen wir spätestens 7 Tage vorher.',
    },
    reason: 'Drei Tage reichen nicht, um eine Vertretung zu finden. Ich lebe von diesen Terminen.',
    cosigners: ['mira'],
    recommendation: {
      what: 'reject',
      reason: 'Kleine Vereine schaffen sieben Tage nicht, wenn jemand krank wird.',
      daysAgo: 9,
    },
  },
  {
    by: 'jonas',
    daysAgo: 76,
    insert: {
      after: '3.3',
      text: 'Der Schlüssel-Kasten ist ohne Stufen erreichbar. Die Tasten sind tastbar.',
    },
    reason: 'Ich komme sonst nicht allein in den Raum.',
    cosigners: ['renate', 'mira', 'leo'],
    recommendation: {
      what: 'adopt',
      reason: 'Das kostet wenig und öffnet die Räume für viele.',
      daysAgo: 8,
    },
  },
  {
    by: 'amina',
    daysAgo: 74,
    change: {
      at: '4.1',
      from: 'mindestens 45 Euro für die Unterrichtsstunde und mindestens 250 Euro für einen Auftritt',
      to: 'mindestens 55 Euro für die Unterrichtsstunde und mindestens 300 Euro für einen Auftritt',
    },
    reason:
      'Davon gehen Steuern, Fahrt und Krankenkasse ab. Unter 55 Euro bleibt weniger als der Mindestlohn.',
    cosigners: ['leo', 'priya'],
  },
  {
    by: 'zahlmann',
    daysAgo: 72,
    strike: '4.1',
    reason: 'Eine feste Untergrenze bindet den Haushalt. Dann können wir weniger Veranstaltungen bezahlen.',
  },
  {
    by: 'mira',
    daysAgo: 70,
    change: {
      at: '6.3',
      from: 'Gebärdensprache gibt es auf Anfrage.',
      to: 'Gebärdensprache gibt es auf Anfrage bis zum Tag davor.',
    },
    reason: 'Ohne Frist weiß niemand, woran er ist. Ich möchte mich kurz vorher entscheiden können.',
    cosigners: ['jonas'],
    recommendation: {
      what: 'adopt_changed',
      reason: 'Dolmetscherinnen und Dolmetscher sind knapp. Vierzehn Tage sind nötig, um jemanden zu finden.',
      daysAgo: 60,
      words: {
        from: 'auf Anfrage bis zum Tag davor',
        to: 'auf Anfrage mit 14 Tagen Frist. Die Stadt sucht und bezahlt die Dolmetschung',
      },
      answer: 'agreed',
    },
  },
  {
    by: 'manni',
    daysAgo: 68,
    strike: '5.6',
    reason: 'Wer Kultur macht, arbeitet eben am Abend. Da muss man auch erreichbar sein.',
    recommendation: {
      what: 'reject',
      reason: 'Niemand wird daran gehindert, abends zu schreiben. Es wird nur keine Antwort erwartet.',
      daysAgo: 60,
    },
  },
  {
    by: 'fotoclub',
    daysAgo: 66,
    change: {
      at: '7.7',
      from: 'wenn Eltern und Kinder Ja gesagt haben',
      to: 'wenn die Eltern Ja gesagt haben',
    },
    reason: 'Kleine Kinder können das nicht entscheiden.',
    withdrawnDaysAgo: 61,
  },
]
