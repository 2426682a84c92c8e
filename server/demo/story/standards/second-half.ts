// “Gut zusammenarbeiten in der Kultur”, sections 5 to 8.
import type { StorySection } from './types.ts'

export const secondHalf: readonly StorySection[] = [
  {
    title: 'Verlässliche Absprachen und Erreichbarkeit',
    stage: 'consulted',
    clauses: [
      {
        text: 'Auf eine Nachricht antworten wir innerhalb von drei Arbeitstagen. „Ich weiß es noch nicht“ ist auch eine Antwort.',
        plain: 'Wir antworten in drei Tagen. Auch wenn wir noch nichts wissen.',
      },
      {
        text: 'Jedes Amt nennt eine Vertretung für Urlaub und Krankheit. Der Name steht in der automatischen Antwort.',
      },
      {
        text: 'Was mündlich besprochen wurde, schreibt eine Person am selben Tag in zwei Sätzen auf.',
      },
      {
        text: 'Termine für das nächste halbe Jahr stehen bis zum 15. des Monats davor im Kalender.',
      },
      {
        text: 'Einladungen kommen mindestens 14 Tage vorher. Die Tagesordnung ist dabei.',
      },
      {
        text: 'Nach 20 Uhr und am Sonntag erwartet niemand eine Antwort.',
      },
      {
        text: 'Wechselt eine Ansprechperson, stellt die alte die neue vor.',
      },
    ],
  },
  {
    title: 'Zugang für alle: Barrieren, Sprache, Preis',
    stage: 'consulted',
    clauses: [
      {
        text: 'Jede Einladung sagt, ob der Ort ohne Stufen erreichbar ist, ob es eine barrierefreie Toilette gibt und wie man hinkommt.',
        plain:
          'In der Einladung steht: Gibt es Stufen? Gibt es eine Toilette für Menschen mit Rollstuhl? Wie komme ich hin?',
      },
      {
        text: 'Wer Unterstützung braucht, kann das bei der Anmeldung sagen. Eine Person meldet sich zurück.',
      },
      {
        text: 'Gebärdensprache gibt es auf Anfrage.',
      },
      {
        text: 'Wichtige Texte gibt es in Einfacher Sprache. Auf Wunsch übersetzen wir sie ins Türkische, Arabische oder Ukrainische.',
      },
      {
        text: 'Niemand bleibt weg, weil der Eintritt zu teuer ist. An jeder Kasse gibt es einen Preis, den man selbst bestimmt.',
      },
      {
        text: 'Bei Veranstaltungen für Familien gibt es einen Ort zum Wickeln und zum Ausruhen.',
      },
      {
        text: 'Begleitpersonen kommen kostenlos mit.',
      },
      {
        text: 'Filme auf unseren Seiten haben Untertitel. Bilder haben eine Beschreibung.',
      },
    ],
  },
  {
    title: 'Schutz: Kinder, Gesundheit, Respekt, Versicherung',
    stage: 'raw',
    clauses: [
      {
        text: 'Wer allein mit Kindern arbeitet, legt ein Führungszeugnis vor. Die Stadt zahlt dafür.',
      },
      {
        text: 'Jede Gruppe mit Kindern hat eine Person, der Kinder etwas anvertrauen können. Ihr Name hängt im Raum.',
      },
      {
        text: 'Wer krank ist, bleibt zu Hause und bekommt deshalb keinen Nachteil.',
      },
      {
        text: 'Beleidigungen, Drohungen und Übergriffe beenden die Zusammenarbeit sofort.',
      },
      {
        text: 'Ehrenamtliche sind über die Stadt unfall- und haftpflichtversichert. Wie man einen Schaden meldet, steht im Merkblatt.',
      },
      {
        text: 'Bei jeder Veranstaltung weiß eine Person, wo der Verbandskasten liegt und wie das Haus geräumt wird.',
      },
      {
        text: 'Fotos von Kindern zeigen wir nur, wenn Eltern und Kinder Ja gesagt haben.',
      },
    ],
  },
  {
    title: 'Prüfen und Verbessern',
    stage: 'raw',
    clauses: [
      {
        text: 'Nach zwölf Monaten prüft der Runde Tisch, ob die Regeln helfen.',
        plain: 'Nach einem Jahr prüfen wir: Helfen die Regeln?',
      },
      {
        text: 'Wer nach dem Standard arbeitet, füllt dafür einen kurzen Bogen aus. Er hat acht Fragen.',
      },
      {
        text: 'Die Ergebnisse stehen öffentlich hier, ohne Namen.',
      },
      {
        text: 'Wer eine Regel ändern will, schlägt die neuen Wörter hier vor. Der Runde Tisch stimmt darüber ab.',
      },
      {
        text: 'Bei Streit über eine Regel hilft der Sprecherrat. Er spricht mit beiden Seiten.',
      },
      {
        text: 'Spätestens nach fünf Jahren wird der ganze Standard neu beraten.',
      },
    ],
  },
]
