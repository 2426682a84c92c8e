// “Gut zusammenarbeiten in der Kultur”, sections 1 to 4.
import type { StorySection } from './types.ts'

export const firstHalf: readonly StorySection[] = [
  {
    title: 'Wofür der Standard gilt',
    stage: 'adopted',
    clauses: [
      {
        text: 'Dieser Standard gilt, wenn Hauptamtliche, Honorarkräfte und Ehrenamtliche in Hattingen zusammen Kultur machen.',
        plain: 'In Hattingen machen viele Menschen zusammen Kultur. Für sie alle gelten diese Regeln.',
      },
      {
        text: 'Er gilt für Veranstaltungen, Kurse, Proben und Ausstellungen in Räumen der Stadt und für alles, was die Stadt fördert.',
      },
      {
        text: 'Wer nicht von der Stadt gefördert wird, darf den Standard trotzdem annehmen. Das sagt die Gruppe dann öffentlich.',
      },
      {
        text: 'Der Standard nennt das Mindeste. Mehr ist immer erlaubt.',
        plain: 'Das ist das Mindeste. Mehr geht immer.',
      },
      {
        text: 'Wo ein Gesetz oder ein Vertrag strenger ist, gilt das Gesetz oder der Vertrag.',
      },
      {
        text: 'Wer eine Regel nicht einhalten kann, sagt es vorher und nennt den Grund.',
        before: 'Wer eine Regel nicht einhalten kann, teilt dies mit.',
      },
    ],
  },
  {
    title: 'Wer macht was: Hauptamt, Honorar, Ehrenamt',
    stage: 'adopted',
    clauses: [
      {
        text: 'Für jedes Vorhaben gibt es eine Person, die verantwortlich ist. Ihr Name steht auf der Einladung.',
        plain: 'Bei jedem Projekt ist eine Person verantwortlich. Ihr Name steht auf der Einladung.',
      },
      {
        text: 'Hauptamtliche sorgen für Raum, Geld, Verträge und Sicherheit. Diese Aufgaben geben sie nicht an Ehrenamtliche ab.',
      },
      {
        text: 'Honorarkräfte arbeiten nach einer schriftlichen Absprache. Darin stehen Aufgabe, Stunden, Honorar und Ansprechperson.',
      },
      {
        text: 'Ehrenamtliche entscheiden selbst, wie viel Zeit sie geben. Niemand muss einen Grund nennen, wenn es einmal nicht geht.',
        plain: 'Ehrenamtliche bestimmen selbst, wie viel Zeit sie haben. Sie müssen keinen Grund nennen.',
      },
      {
        text: 'Ehrenamtliche ersetzen keine bezahlte Stelle. Fällt eine Stelle weg, wird auch die Aufgabe kleiner.',
      },
      {
        text: 'Wer neu ist, bekommt in der ersten Woche eine Einführung und eine Telefonnummer für Fragen.',
        before: 'Wer neu ist, bekommt eine Einführung.',
      },
      {
        text: 'Lob und Kritik sagen wir der Person selbst, zuerst unter vier Augen.',
      },
      {
        text: 'Am Ende eines Vorhabens setzen sich alle Beteiligten eine Stunde zusammen. Was gut war und was nicht, schreiben sie auf einer Seite auf.',
      },
    ],
  },
  {
    title: 'Räume, Schlüssel, Technik',
    stage: 'ready',
    clauses: [
      {
        text: 'Wer einen städtischen Raum nutzt, bekommt vorher eine Ansprechperson genannt. Die Person hat einen Namen und eine Telefonnummer.',
        plain: 'Sie nutzen einen Raum der Stadt? Dann bekommen Sie einen Namen und eine Telefonnummer.',
      },
      {
        text: 'Absagen und Änderungen sagen wir rechtzeitig. Wer zu spät absagt, sucht mit nach Ersatz.',
        plain: 'Wir sagen früh Bescheid, wenn etwas ausfällt. Wer zu spät absagt, hilft suchen.',
        before: 'Absagen sind rechtzeitig mitzuteilen.',
      },
      {
        text: 'Der Schlüssel liegt in einem Kasten mit Zahlen-Schloss. Die Zahl wechselt jeden Monat.',
      },
      {
        text: 'Der Raum ist beim Beginn sauber, geheizt und aufgeschlossen. Er wird so verlassen, wie er war.',
      },
      {
        text: 'Ist etwas kaputt, melden wir es am selben Tag. Niemand muss zahlen, was beim normalen Gebrauch kaputtgeht.',
      },
      {
        text: 'Ton und Licht erklärt vor dem ersten Mal jemand vom Haus. Die Anleitung liegt im Raum.',
      },
      {
        text: 'Proben dürfen bis 22 Uhr dauern. Wer länger bleibt, spricht vorher mit den Nachbarinnen und Nachbarn.',
      },
      {
        text: 'Freie Zeiten stehen im gemeinsamen Kalender. Wer einen Termin nicht braucht, gibt ihn dort zurück.',
      },
    ],
  },
  {
    title: 'Geld: Honorare, Auslagen, Fristen',
    stage: 'consulted',
    clauses: [
      {
        text: 'Die Stadt zahlt bei eigenen Aufträgen mindestens 45 Euro für die Unterrichtsstunde und mindestens 250 Euro für einen Auftritt.',
        before: 'Die Stadt zahlt bei eigenen Aufträgen angemessene Honorare.',
      },
      {
        text: 'Proben und Vorbereitung gehören zum Honorar. Wie viele Stunden es sind, steht in der Absprache.',
      },
      {
        text: 'Das Honorar ist spätestens 30 Tage nach der Rechnung auf dem Konto.',
        plain: 'Das Geld kommt spätestens nach 30 Tagen.',
      },
      {
        text: 'Auslagen bis 50 Euro zahlt die Stadt gegen den Beleg, ohne Antrag.',
      },
      {
        text: 'Fällt ein Termin weniger als sieben Tage vorher aus, zahlt die Stadt die Hälfte des Honorars.',
      },
      {
        text: 'Wer gefördert wird, rechnet auf höchstens zwei Seiten ab. Die Vorlage steht im Netz.',
      },
      {
        text: 'Ehrenamtliche bekommen Fahrtkosten und Material ersetzt. Danach fragen müssen sie nicht.',
      },
    ],
  },
]
