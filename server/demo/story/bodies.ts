import type { StoryBody, StoryResponsible } from '#server/demo/story/types.ts'

export const bodies = [
  {
    slug: 'runder-tisch',
    name: 'Runder Tisch Kunst & Kultur',
    kind: 'round-table',
    purpose:
      'Verwaltung, Kulturausschuss und Kulturschaffende beraten hier Projekte und erarbeiten gemeinsame Qualitätsstandards. Der Runde Tisch tagt öffentlich, jedes Mal in einem anderen Stadtteil.',
    seats: 17,
    benches: [
      { slug: 'verwaltung', name: 'Bank der Verwaltung', seats: 4 },
      { slug: 'ausschuss', name: 'Bank des Kulturausschusses', seats: 5 },
      { slug: 'kulturschaffende', name: 'Bank der Kulturschaffenden', seats: 6 },
    ],
    termMonths: 36,
  },
  {
    slug: 'sprecherrat',
    name: 'Sprecherrat der Kulturschaffenden',
    kind: 'council',
    purpose:
      'Sieben gewählte Personen sprechen für alle, die in der Stadt Kultur machen, im Beruf oder im Ehrenamt. Der Sprecherrat gehört nicht zur Verwaltung und gibt sich seine Regeln selbst.',
    seats: 7,
    benches: [],
    termMonths: 24,
  },
  {
    slug: 'ag-standards',
    name: 'Arbeitsgruppe Gut zusammenarbeiten',
    kind: 'working-group',
    purpose:
      'Die Arbeitsgruppe schreibt den Entwurf des ersten Qualitätsstandards und trägt Änderungsvorschläge zusammen. Beschließen darf sie nichts, das tut der Runde Tisch.',
    seats: 6,
    benches: [],
    termMonths: 24,
  },
] as const satisfies readonly StoryBody[]

export const responsibles = [
  {
    slug: 'kulturbuero',
    name: 'Kulturbüro',
    does: 'Veranstaltungen der Stadt, Förderung, Honorare, Geschäfte des Runden Tisches',
  },
  {
    slug: 'gebaeude',
    name: 'Gebäudewirtschaft',
    does: 'Säle, Schlüssel, Hausmeister, Umbauten und Technik in städtischen Häusern',
  },
  {
    slug: 'stadtmarketing',
    name: 'Stadtmarketing',
    does: 'Werbung für die Stadt, Gäste, Ladenlokale, gemeinsamer Terminkalender',
  },
  {
    slug: 'buecherei',
    name: 'Stadtbücherei',
    does: 'Bücher, Lesungen und Vorlesestunden, auch außerhalb des Hauses',
  },
  { slug: 'jugend', name: 'Jugendförderung', does: 'Jugendhäuser, Jugendparlament, Bühnen für junge Leute' },
  {
    slug: 'teilhabe',
    name: 'Fachstelle Teilhabe',
    does: 'Zugang ohne Hindernisse, Gebärdensprache, Leichte Sprache, Sprachmittlung',
  },
  { slug: 'ehrenamt', name: 'Ehrenamtsbüro', does: 'Beratung, Versicherung und Dank für freiwillige Arbeit' },
] as const satisfies readonly StoryResponsible[]
