// The meetings in the story: what stood on their agendas, who spoke, how it was voted.
import type { ItemAudience, ItemKind } from '#app/domain/meetings/agenda.ts'
import type { Project } from '#app/domain/meetings/meeting.form.ts'
import type { VoteWay } from '#app/domain/meetings/vote-ways.ts'
import { standardBeforeTheTable } from './standards/before-the-table.ts'
import type { StoryStandardItem } from './standards/types.ts'

export interface StoryMeetingItem {
  readonly title: string
  readonly kind: ItemKind
  readonly minutes: number
  readonly audience?: ItemAudience
  readonly idea?: number
  readonly text?: string
  readonly goals?: readonly string[]
  readonly responsible?: string
  readonly broughtBy?: string
  readonly project?: Project
  /** Sections and amendments that are voted on here. */
  readonly standard?: StoryStandardItem
  readonly notes?: readonly string[]
  readonly speakers?: readonly (readonly [handle: string, seconds: number])[]
  readonly vote?: {
    readonly question: string
    readonly label: 'resolution' | 'recommendation' | 'mood'
    readonly way: VoteWay
    readonly yes: number
    readonly no: number
    readonly abstain: number
  }
  readonly task?: {
    readonly text: string
    readonly owner: string
    readonly by: string
    readonly days: number
  }
}

export interface StoryMeeting {
  readonly title: string
  /** Days before today; 0 runs now, negative lies ahead. */
  readonly daysAgo: number
  readonly place: string
  readonly access: string
  readonly online: string | null
  readonly invited: boolean
  readonly absent: readonly string[]
  readonly fromHome: readonly string[]
  readonly items: readonly StoryMeetingItem[]
  readonly correction?: { readonly by: string; readonly finds: string; readonly says: string }
  /** What the player learns while it plays. */
  readonly kept: { meetingId: string; items: string[] }
}

const kept = () => ({ meetingId: '', items: [] as string[] })

export const canaryInside = 'KANARIENVOGEL-7391'

export const endedMeetings: readonly StoryMeeting[] = [
  {
    title: '1. Sitzung',
    daysAgo: 190,
    place: 'Bürgertreff Welper',
    access: 'Stufenlos. Bus bis Marktplatz Welper.',
    online: null,
    invited: true,
    absent: ['friedhelm', 'ute'],
    fromHome: ['jonas'],
    kept: kept(),
    correction: {
      by: 'lioba',
      finds: 'zwölf Gäste',
      says: 'Vierzehn Gäste sehen zu.',
    },
    items: [
      {
        title: 'Begrüßung, Beschlussfähigkeit',
        kind: 'routine',
        minutes: 10,
        notes: ['Die Vorsitzende begrüßt alle; zwölf Gäste sehen zu.'],
      },
      {
        title: 'Tagesordnung',
        kind: 'routine',
        minutes: 5,
        notes: ['Die Tagesordnung bleibt, wie sie ist.'],
      },
      {
        title: 'Geschäftsordnung des Runden Tisches',
        kind: 'resolution',
        minutes: 25,
        goals: ['3.1'],
        responsible: 'Vorsitz',
        speakers: [
          ['hannes', 110],
          ['walburga', 95],
          ['kofi', 70],
        ],
        vote: {
          question: 'Soll die Geschäftsordnung so gelten?',
          label: 'resolution',
          way: 'open',
          yes: 13,
          no: 1,
          abstain: 1,
        },
      },
      {
        title: 'Start der Qualitätsstandards',
        kind: 'resolution',
        minutes: 20,
        goals: ['3.2'],
        responsible: 'Arbeitsgruppe',
        notes: ['Die Uhr der 24 Monate beginnt heute.'],
        speakers: [['ottilie', 120]],
        vote: {
          question: 'Beginnt heute die Arbeit an den Qualitätsstandards, mit 24 Monaten Zeit?',
          label: 'resolution',
          way: 'open',
          yes: 14,
          no: 0,
          abstain: 1,
        },
        task: {
          text: 'Einen ersten Entwurf für die Abschnitte 1 und 2 vorlegen',
          owner: 'Arbeitsgruppe Gut zusammenarbeiten',
          by: 'ottilie',
          days: 120,
        },
      },
      {
        title: 'Projekt: Erzählcafé Henrichshütte',
        kind: 'project',
        minutes: 20,
        goals: ['2.6'],
        broughtBy: 'Heimatverein',
        project: {
          what: 'Ein Nachmittag im Monat, an dem Menschen von der Arbeit in der Hütte erzählen.',
          whom: 'Für alle, die dort gearbeitet haben, und für ihre Enkel.',
          when: 'Jeden zweiten Sonntag um 15 Uhr',
          cost: '1.800 Euro im Jahr, 600 Euro fehlen noch',
          asks: 'Einen Raum ohne Miete und eine Zeile im Kalender der Stadt.',
        },
        notes: ['Der Heimatverein zeigt Bilder aus den ersten drei Nachmittagen.'],
        speakers: [['selin', 60]],
      },
      {
        title: 'Fragen von Einwohnerinnen und Einwohnern',
        kind: 'questions',
        minutes: 15,
        notes: ['Gefragt wird nach Bussen am Abend. Das Stadtmarketing antwortet.'],
      },
      { title: 'Verschiedenes', kind: 'routine', minutes: 10 },
    ],
  },
  {
    title: '2. Sitzung',
    daysAgo: 40,
    place: 'Altes Rathaus',
    access: 'Aufzug am Seiteneingang, Induktionsschleife im Saal.',
    online: 'Zugang per Video steht in der Einladung.',
    invited: true,
    absent: ['bernd'],
    fromHome: ['jonas', 'selin', 'wegweiser'],
    kept: kept(),
    items: [
      { title: 'Eröffnung', kind: 'routine', minutes: 5 },
      ...standardBeforeTheTable,
      {
        title: 'Ein Tag im Monat: Zahl, was du kannst',
        kind: 'consultation',
        minutes: 20,
        goals: ['2.2'],
        responsible: 'Kulturbüro',
        speakers: [['walburga', 60]],
        vote: {
          question: 'Soll es einen Versuch von sechs Monaten geben?',
          label: 'recommendation',
          way: 'open',
          yes: 12,
          no: 3,
          abstain: 1,
        },
        task: { text: 'Häuser fragen, die mitmachen wollen', owner: 'Kulturbüro', by: 'kornfeld', days: 60 },
      },
      { title: 'Verschiedenes', kind: 'routine', minutes: 10 },
    ],
  },
]

export const meetingNow: StoryMeeting = {
  title: '3. Sitzung',
  daysAgo: 0,
  place: 'Sitzungssaal und online',
  access: 'Stufenlos, Induktionsschleife, Dolmetschen in Gebärdensprache.',
  online: 'Zugang per Video steht in der Einladung. Auch am Telefon: 02324 0000.',
  invited: true,
  absent: [],
  fromHome: [],
  kept: kept(),
  items: [
    { title: 'Eröffnung', kind: 'routine', minutes: 5 },
    { title: 'Niederschrift der 2. Sitzung', kind: 'routine', minutes: 5 },
    { title: 'Probenraum Winz-Baak', kind: 'resolution', minutes: 20, idea: 1 },
    {
      title: 'Standard „Gut zusammenarbeiten“, Abschnitt 3',
      kind: 'resolution',
      minutes: 25,
      goals: ['3.2'],
      responsible: 'Arbeitsgruppe Gut zusammenarbeiten',
      text: 'Drei Änderungen liegen vor. Zwei davon betreffen den gleichen Satz.',
    },
    { title: 'Honorar-Untergrenze', kind: 'consultation', minutes: 30, idea: 11 },
    {
      title: `Mietangebot für einen Raum, ${canaryInside}`,
      kind: 'consultation',
      minutes: 15,
      audience: 'inside',
      goals: ['1.3'],
      responsible: 'Gebäudewirtschaft',
      text: `Das Angebot nennt Namen und Preis. ${canaryInside}`,
    },
    { title: 'Termine', kind: 'routine', minutes: 5 },
  ],
}

export const meetingAhead: StoryMeeting = {
  title: '4. Sitzung, auswärts in Blankenstein',
  daysAgo: -18,
  place: 'Stadtmuseum in Blankenstein',
  access: 'Aufzug im Haus, zwei Stufen am Tor mit Rampe.',
  online: null,
  invited: false,
  absent: [],
  fromHome: [],
  kept: kept(),
  items: [
    { title: 'Eröffnung', kind: 'routine', minutes: 5 },
    {
      title: 'Bericht des Sprecherrats',
      kind: 'report',
      minutes: 15,
      goals: ['3.3'],
      responsible: 'Sprecherrat',
    },
    { title: 'Jugend-Bühne', kind: 'consultation', minutes: 25, idea: 8 },
    { title: 'Kultur als Pflichtaufgabe', kind: 'resolution', minutes: 15, idea: 19 },
    {
      title: 'Bürgerstiftung: Zwischenstand',
      kind: 'report',
      minutes: 15,
      goals: ['4.1'],
      responsible: 'Kulturbüro',
    },
    { title: 'Paket „Altstadt, Ruhr, Kultur“', kind: 'consultation', minutes: 20, goals: ['4.3'] },
    { title: 'Stand des Geldes: kurz, mittel, lang', kind: 'report', minutes: 15, goals: ['4.1'] },
    { title: 'Verschiedenes', kind: 'routine', minutes: 10 },
  ],
}
