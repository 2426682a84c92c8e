// The votes of the town: what is asked, how each stands today, and who voted how.
import type { NewPoll } from '#app/domain/polls/announce.server.ts'

export interface StoryPoll {
  /** Who sets it up and leads it. */
  readonly by: string
  readonly daysAgo: number
  /** Days before today; negative ones lie ahead. */
  readonly opens: number
  readonly closes: number
  readonly terms: Omit<NewPoll, 'opensAt' | 'closesAt' | 'reviewOn'>
  /** Lines as they stand on the ballots, given out among the voters in their order. */
  readonly ballots: readonly string[]
  /** Whose ballots they are: everybody, or those on the roll. */
  readonly voters: 'accounts' | 'roll'
  readonly reasons?: readonly string[]
  readonly reviewInDays?: number
}

const plain = {
  visibility: 'public',
  electorateRef: null,
  secrecy: 'open',
  changeable: 'yes',
  reason: 'off',
  names: 'unlisted',
  resultWhen: 'after-close',
  quorum: 0,
  majority: 'most',
  majorityBase: 'marks',
  optionOrder: 'written',
  seats: 1,
  settings: {},
  subject: null,
  minSeconds: 0,
  objectionDays: 0,
} as const

// The last ballot of a token counts.
const blind = { secrecy: 'blind', changeable: 'yes', resultWhen: 'after-close', reason: 'off' } as const

const secret = { secrecy: 'separate', changeable: 'no', resultWhen: 'after-close', reason: 'off' } as const

export const storyPolls: readonly StoryPoll[] = [
  {
    by: 'kornfeld',
    daysAgo: 41,
    opens: 38,
    closes: 24,
    reviewInDays: 60,
    terms: {
      ...plain,
      space: 'town',
      label: 'mood',
      method: 'consensing',
      question: 'Wo soll das Kunstfenster stehen?',
      about:
        'Ein leeres Schaufenster wird zur kleinen Galerie. Drei Orte sind möglich. Sagen Sie, wie groß Ihr Widerstand gegen jeden Ort ist.',
      consequence: 'Das Kulturbüro verhandelt zuerst über den Ort mit dem kleinsten Widerstand.',
      electorate: 'accounts',
      reason: 'optional',
      settings: { statusQuo: '4' },
      options: [
        { title: 'Große Weilstraße', about: 'Altstadt, viele Menschen gehen vorbei' },
        { title: 'Bahnhof Mitte', about: 'abends hell, aber laut' },
        { title: 'Bürgertreff Welper', about: 'im Stadtteil, wenig Laufkundschaft' },
        { title: 'Es bleibt, wie es ist' },
      ],
    },
    voters: 'accounts',
    ballots: [
      '1:1,2:4,3:5,4:8',
      '1:0,2:6,3:2,4:9',
      '1:2,2:3,3:6,4:7',
      '1:3,2:0,3:7,4:6',
      '1:1,2:5,3:0,4:10',
      '1:0,2:8,3:1,4:9',
      '1:4,2:2,3:3,4:5',
      '1:2,2:7,3:4,4:8',
      '1:0,2:5,3:9,4:6',
      '1:5,2:1,3:2,4:7',
      '1:1,2:9,3:0,4:10',
      '1:6,2:3,3:1,4:4',
    ],
    reasons: ['Am Bahnhof ist es abends zu laut für Musik.', '', 'In Welper fehlt sonst jeder Ort dafür.'],
  },
  {
    by: 'amina',
    daysAgo: 20,
    opens: 19,
    closes: 12,
    terms: {
      ...plain,
      ...secret,
      space: 'council',
      label: 'recommendation',
      method: 'single-choice',
      question: 'Wer gestaltet das Plakat zur Ateliernacht?',
      about: 'Zwei Entwürfe liegen vor. Beide sind anonym eingereicht.',
      consequence: 'Der Sprecherrat gibt den Auftrag.',
      electorate: 'creators',
      options: [{ title: 'Entwurf A' }, { title: 'Entwurf B' }],
    },
    voters: 'roll',
    ballots: ['1', '2', '1', '1'],
  },
  {
    by: 'amina',
    daysAgo: 9,
    opens: 8,
    closes: -9,
    terms: {
      ...plain,
      space: 'council',
      label: 'recommendation',
      method: 'schulze',
      question: 'Welche Räume zuerst?',
      about:
        'Sechs Räume könnten für Proben, Werkstatt und Atelier geöffnet werden. Das Geld reicht nicht für alle auf einmal. Bringen Sie die Räume in eine Reihenfolge.',
      consequence: 'Der Sprecherrat gibt die Reihenfolge an den Runden Tisch.',
      electorate: 'creators',
      resultWhen: 'after-own-vote',
      optionOrder: 'shuffled',
      options: [
        { title: 'Probenraum mit Klavier', about: 'Winz-Baak' },
        { title: 'Werkstatt im Ladenlokal', about: 'Hattingen-Mitte' },
        { title: 'Tanzboden in der Turnhalle', about: 'Holthausen' },
        { title: 'Lese-Ecke im Bürgertreff', about: 'Welper' },
        { title: 'Tonstudio im Jugendhaus', about: 'Niederwenigern' },
        { title: 'Atelier auf Zeit', about: 'Blankenstein' },
      ],
      talk: true,
    },
    voters: 'roll',
    // The third place is tied between the dance floor and the reading corner.
    ballots: ['1>2>3>4', '1>2>4>3', '2>1>3>4>5', '1>2>4>3>6', '1>3>2', '2>4>1'],
  },
  {
    by: 'kornfeld',
    daysAgo: 6,
    opens: 5,
    closes: -6,
    terms: {
      ...plain,
      space: 'town',
      label: 'mood',
      method: 'single-choice',
      question: '„Zahl, was du kannst“: An welchem Tag?',
      about:
        'Einmal im Monat soll der Eintritt frei wählbar sein, vom ganzen Preis bis nichts. Welcher Tag passt Ihnen am besten?',
      consequence: 'Das Kulturbüro probiert den Tag mit den meisten Stimmen ein halbes Jahr aus.',
      electorate: 'accounts',
      resultWhen: 'after-own-vote',
      options: [
        { title: 'Mittwoch' },
        { title: 'Donnerstag' },
        { title: 'Freitag' },
        { title: 'Sonntag', about: 'Nachmittag, mit Kindern' },
      ],
      talk: true,
    },
    voters: 'accounts',
    ballots: ['4', '2', '4', '1', '4', '2', '3', '4', '2', '4', '1', '2', '4', '3', '2', '-', '4', '2'],
  },
  {
    by: 'berghoff',
    daysAgo: 3,
    opens: 2,
    closes: -4,
    terms: {
      ...plain,
      ...secret,
      space: 'round-table',
      label: 'recommendation',
      method: 'yes-no',
      question: 'Soll es eine Untergrenze für Honorare geben?',
      about:
        'Wer im Auftrag der Stadt auftritt, soll mindestens 60 Euro je Stunde bekommen, Vorbereitung mitgerechnet. Dagegen spricht: Das Geld reicht dann für weniger Veranstaltungen.',
      consequence: 'Der Rat bekommt die Empfehlung vor den Beratungen zum Haushalt.',
      electorate: 'body',
      electorateRef: 'runder-tisch',
      quorum: 9,
      majority: 'simple',
      options: [],
    },
    voters: 'roll',
    ballots: ['yes', 'no', 'yes', 'yes', 'abstain', 'no', 'yes', 'yes'],
  },
  {
    by: 'amina',
    daysAgo: 5,
    opens: 4,
    closes: 1,
    terms: {
      ...plain,
      ...blind,
      space: 'council',
      label: 'recommendation',
      method: 'irv',
      question: 'Womit eröffnen wir die Ateliernacht?',
      about:
        'Jede Sparte hat einen Vorschlag gemacht. Wer wofür stimmt, soll niemand wissen. Darum werden die Stimmen blind unterschrieben.',
      consequence: 'Der Sprecherrat plant den Abend danach.',
      electorate: 'creators',
      options: [
        { title: 'Ein Chor auf der Treppe' },
        { title: 'Ein Tanz auf dem Kirchplatz' },
        { title: 'Eine Lesung bei Kerzen' },
      ],
    },
    voters: 'roll',
    ballots: ['1>2', '2>1>3', '2>3', '3>2>1', '1>3', '2', '3>1', '-'],
  },
  {
    by: 'kornfeld',
    daysAgo: 1,
    opens: -3,
    closes: -24,
    terms: {
      ...plain,
      space: 'town',
      label: 'mood',
      method: 'points',
      question: 'Was ist Ihnen wichtig? 10 Punkte auf 5 Ziele',
      about:
        'Das Geld für das nächste Jahr ist knapp. Verteilen Sie zehn Punkte auf fünf Ziele aus dem Kulturplan.',
      consequence: 'Der Kulturausschuss sieht das Ergebnis vor seinen Beratungen zum Haushalt.',
      electorate: 'accounts',
      settings: { pointsEach: 10 },
      optionOrder: 'lot',
      options: [
        { title: 'Räume zum Proben und Arbeiten' },
        { title: 'Kultur in allen Stadtteilen' },
        { title: 'Kinder und Jugendliche' },
        { title: 'Faire Honorare' },
        { title: 'Altstadt beleben' },
      ],
    },
    voters: 'accounts',
    ballots: [],
  },
]
