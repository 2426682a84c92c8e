// The Speakers' Council's house: what is said inside, what the Council said in public, and who stands for election.
import type { Move } from '#app/domain/conversations/contribution.ts'

export interface CouncilContribution {
  readonly by: string
  readonly daysAgo: number
  readonly move: Move
  readonly text: string
  /** The place in the talk of the contribution it answers, from 0. */
  readonly answers?: number
  /** Hidden by the Council's own moderator, with this sentence. */
  readonly hidden?: string
}

export interface CouncilTalk {
  readonly title: string
  readonly by: string
  readonly contributions: readonly CouncilContribution[]
  readonly closed?: true
}

export const councilModerator = 'jonas'

export const councilTalks: readonly CouncilTalk[] = [
  {
    title: 'Honorare: Was sagen wir am Runden Tisch?',
    by: 'amina',
    contributions: [
      {
        by: 'amina',
        daysAgo: 16,
        move: 'question',
        text: 'Am Runden Tisch geht es um eine Untergrenze für Honorare. Was brauchen Sie, damit wir mit einer Stimme sprechen?',
      },
      {
        by: 'leo',
        daysAgo: 15.6,
        move: 'experience',
        text: 'Letztes Jahr bekam ich für ein Wandbild weniger, als die Farbe kostete. Das sage ich hier, weil ich noch Anträge laufen habe. (Prüfwort KANARIE-HAUS-4402)',
        answers: 0,
      },
      {
        by: 'kofi',
        daysAgo: 15.1,
        move: 'answer',
        text: 'Danke, Leo. Genau deshalb brauchen wir Zahlen ohne Namen. Ich sammle sie bis Freitag.',
        answers: 1,
      },
      {
        by: 'ute',
        daysAgo: 14.2,
        move: 'for',
        text: 'Eine Untergrenze hilft auch den Häusern. Dann kann niemand mehr über den Preis gewinnen.',
      },
      {
        by: 'malte',
        daysAgo: 13.8,
        move: 'against',
        text: 'Kleine Vereine können so viel nicht zahlen. Wir verlieren dann Auftritte.',
      },
      {
        by: 'renate',
        daysAgo: 13.2,
        move: 'proposal',
        text: 'Für Ehrenamtliche braucht es eine eigene Zeile: Auslagen ja, Honorar nein. So machen es viele Chöre.',
        answers: 4,
      },
      {
        by: 'samir',
        daysAgo: 12.9,
        move: 'against',
        text: 'Der Herr aus dem Kulturbüro ist doch bestechlich. (Prüfwort KANARIE-WEG-7713)',
        hidden: 'Das ist ein Vorwurf ohne Beleg. Bitte bleiben Sie bei der Sache.',
      },
      {
        by: 'ruben',
        daysAgo: 11.5,
        move: 'answer',
        text: 'Ich fasse zusammen: Untergrenze ja, Ausnahme für Vereine ohne Eintritt, Auslagen immer. Passt das so?',
        answers: 0,
      },
      {
        by: 'mira',
        daysAgo: 10.8,
        move: 'for',
        text: 'Das passt. Bitte auch die Gebärdensprache als Leistung nennen.',
      },
    ],
  },
  {
    title: 'Wer geht für uns in welche Sitzung?',
    by: 'ruben',
    contributions: [
      {
        by: 'ruben',
        daysAgo: 6,
        move: 'proposal',
        text: 'Zwei von uns gehen immer gemeinsam. Wer kann am Donnerstag?',
      },
      { by: 'heike', daysAgo: 5.4, move: 'answer', text: 'Ich kann, wenn mich jemand mitnimmt.', answers: 0 },
      {
        by: 'tamara',
        daysAgo: 5.1,
        move: 'answer',
        text: 'Ich fahre über Elfringhausen. Halb sechs bei Heike.',
        answers: 0,
      },
      {
        by: 'selin',
        daysAgo: 4.7,
        move: 'question',
        text: 'Gibt es einen Bericht für alle, die nicht kommen können?',
      },
    ],
  },
  {
    title: 'Rückblick auf den Tag der offenen Ateliers',
    by: 'paul',
    closed: true,
    contributions: [
      {
        by: 'paul',
        daysAgo: 70,
        move: 'experience',
        text: 'In Niederwenigern kamen 140 Menschen in vier Stunden. Die Hälfte war noch nie in einer Werkstatt.',
      },
      { by: 'leo', daysAgo: 69.4, move: 'proposal', text: 'Nächstes Mal mit Karte und Bus.', answers: 0 },
    ],
  },
]

export interface CouncilStatement {
  readonly title: string
  readonly versions: readonly {
    readonly by: string
    readonly daysAgo: number
    readonly text: string
    readonly note: string
  }[]
  readonly publishedDaysAgo: readonly number[]
  readonly withdrawn?: { readonly daysAgo: number; readonly reason: string }
}

export const councilStatements: readonly CouncilStatement[] = [
  {
    title: 'Proben-Räume sind Kultur-Räume',
    versions: [
      {
        by: 'ruben',
        daysAgo: 66,
        text: 'Wer proben will, findet in der Stadt kaum einen Raum. Wir bitten die Stadt, die Säle abends zu öffnen.\n\nEin Schlüssel-Kasten kostet weniger als ein leerer Saal.',
        note: '',
      },
      {
        by: 'amina',
        daysAgo: 58,
        text: 'Wer proben will, findet in der Stadt kaum einen Raum. Wir bitten die Stadt, **drei Säle** abends zu öffnen.\n\nEin Schlüssel-Kasten kostet weniger als ein leerer Saal. Wir übernehmen die Aufsicht im Wechsel.',
        note: 'Wir nennen jetzt eine Zahl und bieten die Aufsicht an.',
      },
    ],
    publishedDaysAgo: [65, 57],
  },
  {
    title: 'Zum Umzug der Musikschule',
    versions: [
      {
        by: 'heike',
        daysAgo: 44,
        text: 'Wir hören, dass die Musikschule umziehen soll. Ohne Aufzug darf das nicht geschehen.\n\nBitte fragen Sie zuerst die Lehrkräfte.',
        note: '',
      },
    ],
    publishedDaysAgo: [43],
    withdrawn: {
      daysAgo: 30,
      reason: 'Der Umzug findet nicht statt. Die Meldung, auf die wir uns stützten, war falsch.',
    },
  },
  {
    title: 'Unsere Punkte für die Honorar-Frage',
    versions: [
      {
        by: 'tamara',
        daysAgo: 9,
        text: 'Erstens: eine Untergrenze, die alle kennen. Zweitens: Auslagen immer. (Prüfwort KANARIE-ENTWURF-9920)',
        note: '',
      },
      {
        by: 'yusuf',
        daysAgo: 7,
        text: 'Erstens: eine Untergrenze, die alle kennen. Zweitens: Auslagen immer. Drittens: Gebärdensprache zählt als Leistung. (Prüfwort KANARIE-ENTWURF-9920)',
        note: 'Dritter Punkt dazu, aus dem Gespräch.',
      },
    ],
    publishedDaysAgo: [],
  },
]

export const councilContact = {
  name: 'Sprecherrat der Kulturschaffenden (Beispiel)',
  address: 'c/o Kulturverein Beispiel\nBeispielstraße 7\n00000 Beispielstadt',
  mail: 'sprecherrat@beispiel.example',
  note: 'Die Stadt betreibt den Server für uns. Eine Vereinbarung regelt, wer welche Anfrage beantwortet.',
} as const

export const registerObjection = {
  by: 'kofi',
  about: 'malte',
  text: 'Malte ist doch bei der Stadt angestellt. Gehört er dann ins Verzeichnis?',
  decidedBy: 'ruben',
  reason: 'Er unterrichtet frei und ist nicht bei der Stadt. Der Eintrag bleibt.',
} as const

/** Everybody says the same amount, in the same order of the questions. */
export const candidatures: readonly {
  readonly by: string
  readonly wants: string
  readonly time: string
  /** How many marks the story gives them. */
  readonly marks: number
}[] = [
  {
    by: 'amina',
    wants: 'Dass Kritik niemanden einen Zuschuss kostet.',
    time: 'Ein Abend in der Woche',
    marks: 13,
  },
  { by: 'ruben', wants: 'Verträge, die vor dem Auftritt da sind.', time: 'Zwei Abende im Monat', marks: 12 },
  {
    by: 'tamara',
    wants: 'Kultur für Menschen, die abends nicht mehr fahren.',
    time: 'Ein Nachmittag in der Woche',
    marks: 11,
  },
  {
    by: 'paul',
    wants: 'Eine Werkstatt, die man stundenweise mieten kann.',
    time: 'Drei Stunden in der Woche',
    marks: 10,
  },
  {
    by: 'yusuf',
    wants: 'Technik, die Jugendliche ausleihen dürfen.',
    time: 'Ein Abend in der Woche',
    marks: 10,
  },
  {
    by: 'heike',
    wants: 'Dass die Dörfer im Süden mit am Tisch sitzen.',
    time: 'Zwei Abende im Monat',
    marks: 9,
  },
  {
    by: 'lena',
    wants: 'Einen festen Platz für den Kinderzirkus.',
    time: 'Zwei Stunden in der Woche',
    marks: 8,
  },
  {
    by: 'selin',
    wants: 'Feste, zu denen alle Sprachen eingeladen sind.',
    time: 'Ein Abend in der Woche',
    marks: 8,
  },
  {
    by: 'malte',
    wants: 'Unterricht, den sich jede Familie leisten kann.',
    time: 'Ein Abend im Monat',
    marks: 6,
  },
  { by: 'leo', wants: 'Wände, auf denen gemalt werden darf.', time: 'Ein Abend im Monat', marks: 5 },
  { by: 'ute', wants: 'Ein Archiv für Bilder aus der Stadt.', time: 'Zwei Stunden in der Woche', marks: 4 },
]

export const onPaper = ['renate', 'heimatverein', 'ottilie'] as const
export const blankVoter = 'samir'
