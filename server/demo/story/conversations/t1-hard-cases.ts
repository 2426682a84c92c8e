// What a real conversation brings along: hostile markup, other languages, one word, 2,000 characters, a burst.
import type { StoryContribution } from '#server/demo/story/types.ts'

export const t1HardCases = [
  {
    key: 't1-40',
    parent: null,
    by: 'kevin',
    move: 'for',
    daysAgo: 37.8778,
    text: 'Endlich.',
    reactions: { understandable: 7, connects: 2 },
  },
  {
    key: 't1-59',
    parent: null,
    by: 'leo',
    move: 'for',
    daysAgo: 36.6741,
    text: 'Letzte Woche hat mir eine städtische Stelle 12 Euro für eine Stunde Malen mit neun Kindern angeboten, schriftlich, mit Briefkopf. Für so ein Angebot sollte man sich schämen. Und dann stehen bei der Eröffnung alle in der ersten Reihe.',
    hidden: {
      by: 'dieter',
      rule: '2',
      reason: 'Der Satz mit „schämen“ greift Menschen an und nicht die Sache.',
      appeal: {
        text: 'Ich beleidige niemanden. Ich nenne ein Angebot, das ich schriftlich habe, und sage, was ich davon halte. Scharf ist nicht dasselbe wie beleidigend.',
        outcome: 'restored',
        by: 'gudrun',
        reason:
          'Der Beitrag kritisiert ein Angebot und nennt einen Beleg. Er ist scharf, aber er trifft keine Person. Er steht wieder hier.',
      },
    },
    reactions: { understandable: 9, connects: 5 },
  },
  {
    key: 't1-78',
    parent: null,
    by: 'manni',
    move: 'against',
    daysAgo: 35.0704,
    text: 'Das faule Pack soll arbeiten gehen wie jeder anständige Mensch. Ich füttere doch keine Leute durch, die sich zu fein für eine Schicht sind! (Prüfwort KANARIE-PACK-8052)',
    hidden: {
      by: 'dieter',
      rule: '2',
      reason:
        '„Faules Pack“ und „durchfüttern“ setzen Menschen herab. Ihr Einwand zu den Kosten ist willkommen, bitte schreiben Sie ihn noch einmal ohne das.',
      appeal: {
        text: 'Das wird man ja wohl noch sagen dürfen. Bei uns in der Werkstatt redet man so. (Prüfwort KANARIE-WIDERSPRUCH-5589)',
        outcome: 'upheld',
        by: 'gudrun',
        reason:
          'Der Beitrag nennt eine ganze Gruppe „Pack“. Das verletzt Regel 2, gleich wie man anderswo spricht. Der Einwand selbst steht in drei anderen Beiträgen von Ihnen und bleibt dort stehen.',
      },
    },
  },
  {
    key: 't1-95',
    parent: null,
    by: 'glanzdeal',
    move: 'for',
    daysAgo: 33.0,
    text: 'Tolle Seite!!! Mehr Geld für ALLE gibt es jetzt bei Top Glanzdeal, 70 % auf Sonnenbrillen, nur heute, klicken Sie auf https://glanzdeal.example/angebot',
    hidden: {
      by: 'dieter',
      rule: '3',
      reason: 'Der Beitrag ist Werbung und hat mit dem Thema nichts zu tun. (Prüfwort KANARIE-GRUND-9043)',
    },
  },
  {
    key: 't1-115',
    parent: null,
    by: 'ruben',
    move: 'experience',
    daysAgo: 31.0963,
    text: `Ich habe erlebt, was es heißt, wenn niemand eine Zahl nennt, und ich erzähle es ausführlich, weil es kein Einzelfall ist.

Vor sechs Jahren rief mich jemand aus einer Dienststelle an. Es ging um ein Quartett für einen Empfang, zwei Stunden, an einem Samstag im Advent. Ich fragte nach dem Honorar. Die Antwort war: „Was nehmen Sie denn sonst?“ Wer so gefragt wird, rechnet in zehn Sekunden. Sage ich zu viel, ist der Auftrag weg. Sage ich zu wenig, ärgere ich mich bis Weihnachten. Ich sagte 600 Euro für alle vier. Am anderen Ende war es kurz still, dann kam ein sehr schnelles Ja.

Wir haben dafür dreimal geprobt, jedes Mal drei Stunden. Die Cellistin kam aus Dortmund und zahlte ihre Fahrkarte selbst. Für die Noten gab ich 48 Euro aus. Am Abend selbst waren wir um vier Uhr da und um neun wieder draußen. Wenn ich alles zusammenzähle, sind das 56 Stunden für vier Leute, also weniger als zehn Euro in der Stunde.

Beim Aufräumen erzählte mir der Mann vom Ton, dass im Jahr davor ein anderes Quartett gespielt hatte, für 1.400 Euro. Nicht besser und nicht länger, nur mit einer Agentur, die verhandeln konnte. Das Geld wäre also da gewesen. Niemand hatte die Absicht, uns zu drücken. Es gab nur keine Regel, und ohne Regel gewinnt, wer am sichersten auftritt.

Seitdem frage ich jede Dienststelle zuerst, was sie für solche Abende eingeplant hat. Manche nennen mir die Summe, und dann ist alles einfach. Die meisten sagen, das wüssten sie noch nicht. Ich glaube ihnen das sogar.

Deshalb ist mir die genaue Höhe fast gleichgültig. Ob 50 oder 60 Euro, darüber kann man streiten. Aber ich möchte, dass eine Schülerin von mir, wenn sie in zehn Jahren so einen Anruf bekommt, nicht raten muss. Sie soll sagen können: Bei der Stadt gilt diese Zahl, und darüber können wir reden. Dann ist das erste Gespräch zwischen uns und der Stadt kein Handel mehr, sondern ein Anfang. Und ich müsste mich nicht mehr fragen, ob der Mensch am Telefon mich mag, sondern bloß noch, welches Stück zu diesem Abend passt.`,
  },
  {
    key: 't1-122',
    parent: null,
    by: 'mira',
    move: 'proposal',
    daysAgo: 29.9926,
    text: `Mein Vorschlag in Deutscher Gebärdensprache: https://video.beispiel.example/dgs/honorar-mira

**Textfassung:** Für Stücke mit zwei Sprachen soll die Probenzeit doppelt zählen. Wir proben jede Szene zweimal, einmal mit den Händen und einmal mit der Stimme. Das Publikum sieht nur einen Abend, wir arbeiten zwei.`,
    reactions: { understandable: 4, connects: 4 },
  },
  {
    key: 't1-129',
    parent: null,
    by: 'sam',
    move: 'for',
    daysAgo: 29.2889,
    text: 'Im Jugendparlament haben wir so abgestimmt: 👍👍👍👍👍👍👍👍👎🤷. Danach gab es Streit über die Pizza 🍕 und Frieden mit Eis 🍦. Die Trompete 🎺 war am lautesten.',
    reactions: { understandable: 4, connects: 2 },
  },
  {
    key: 't1-137',
    parent: null,
    by: 'samir',
    move: 'experience',
    daysAgo: 28.0852,
    text: 'عزفتُ على العود في حفل للمدينة قبل عامين. قال لي المنظم إن الميزانية انتهت، ثم رأيت أن الفرقة التي بعدي أخذت أجرها كاملًا. لم أغضب من الفرقة، بل من أن أحدًا لم يكتب القاعدة.',
    language: 'ar',
    reactions: { understandable: 3, connects: 2 },
  },
  {
    key: 't1-146',
    parent: null,
    by: 'nils',
    move: 'proposal',
    daysAgo: 26.1815,
    text: 'Ich schlage vor, dem Ganzen einen Namen zu geben, den man aussprechen kann. Im Entwurf der Arbeitsgruppe las ich sinngemäß etwas wie Mindesthonorarvereinbarungsdurchführungsausschussgeschäftsordnungsänderung. Davor hat jeder Verein Angst, ganz gleich, was darin steht.',
  },
  {
    key: 't1-152',
    parent: null,
    by: 'kevin',
    move: 'proposal',
    daysAgo: 24.8778,
    text: `Ich schlage vor, die Beiträge auch für Technisches zu öffnen, und probiere gleich aus, was die Seite damit macht:

<script>alert('Honorar')</script>

<img src="x" onerror="alert('Untergrenze')">

[Hier geht es zur Liste](javascript:alert('55 Euro'))

**Fett** und *schräg* sollten bleiben, der Rest darf höchstens als Text zu sehen sein.`,
  },
  {
    key: 't1-166',
    parent: null,
    by: 'mehmet',
    move: 'experience',
    daysAgo: 22.0741,
    text: 'Geçen yaz bir sokak şenliğinde iki saat çaldım. Paramı dört ay sonra aldım, o da üç kez telefon ettikten sonra. Ne zaman ödeneceği de kurala yazılsın.',
    language: 'tr',
  },
  {
    key: 't1-179',
    parent: null,
    by: 'leo',
    move: 'proposal',
    daysAgo: 18.1704,
    text: 'Ich habe aus dem Gespräch drei Sätze gemacht. Erstens: Für eigene Aufträge zahlt die Stadt mindestens 55 Euro für 45 Minuten. Zweitens: Bei Vereinen gilt das erst ab 2.000 Euro Zuschuss im Jahr. Drittens: Ehrenamt, Tausch und Schülerbands bleiben frei. Was fehlt?',
  },
  {
    key: 't1-189',
    parent: null,
    by: 'amina',
    move: 'proposal',
    daysAgo: 13.06,
    text: 'Wir sitzen gerade mit zwölf Leuten und vielen Telefonen im Bürgertreff. Ich schlage vor, dass alle gleichzeitig einen einzigen Satz hierher schreiben: Was soll am Runden Tisch auf keinen Fall vergessen werden? Auf drei!',
  },
  {
    key: 't1-190',
    parent: 't1-189',
    by: 'renate',
    move: 'for',
    daysAgo: 13.02,
    text: 'Nicht vergessen: Die Chorleiterin ist auch dann noch unsere Chorleiterin, wenn sie Grippe hat.',
  },
  {
    key: 't1-191',
    parent: 't1-189',
    by: 'leo',
    move: 'experience',
    daysAgo: 13.01995,
    text: 'Ich sitze zum ersten Mal mit dem Heimatverein an einem Tisch, und wir haben uns den letzten Keks geteilt.',
    reactions: { understandable: 7, connects: 1 },
  },
  {
    key: 't1-192',
    parent: 't1-189',
    by: 'kevin',
    move: 'proposal',
    daysAgo: 13.0199,
    text: 'Bitte das Licht und den Ton in den Text schreiben, ich sage es jetzt zum dritten Mal und höre dann auf.',
    reactions: { understandable: 3, connects: 7 },
  },
  {
    key: 't1-193',
    parent: 't1-189',
    by: 'heimatverein',
    move: 'against',
    daysAgo: 13.01985,
    text: 'Vergessen Sie das Dorf nicht, denn dort zählt jeder Abend, auch der schlecht bezahlte.',
    reactions: { understandable: 4, connects: 5 },
  },
  {
    key: 't1-194',
    parent: 't1-189',
    by: 'ayse',
    move: 'for',
    daysAgo: 13.0198,
    text: 'Perde arkasındaki emek de emektir, bunu unutmayın.',
    language: 'tr',
    reactions: { understandable: 10, connects: 4 },
  },
  {
    key: 't1-195',
    parent: 't1-189',
    by: 'tamara',
    move: 'proposal',
    daysAgo: 13.01975,
    text: 'Schreiben Sie dazu, dass Kinderkurse genauso zählen wie Kurse für Erwachsene.',
  },
  {
    key: 't1-196',
    parent: 't1-189',
    by: 'kofi',
    move: 'for',
    daysAgo: 13.0197,
    text: 'Dass zwölf Trommeln zwölf Menschen sind.',
    reactions: { understandable: 5, connects: 2 },
  },
  {
    key: 't1-197',
    parent: 't1-189',
    by: 'elif',
    move: 'experience',
    daysAgo: 13.01965,
    text: 'Bu akşam ilk kez böyle bir toplantıya geldim, çocuklar yan odada resim yapıyor ve herkes beni dinledi.',
    language: 'tr',
    reactions: { understandable: 11, connects: 5 },
  },
  {
    key: 't1-198',
    parent: 't1-189',
    by: 'paul',
    move: 'proposal',
    daysAgo: 13.0196,
    text: 'Für Werke lieber einen Preis für das Werk, und die Stunde nur dort, wo jemand unterrichtet.',
  },
  {
    key: 't1-199',
    parent: 't1-189',
    by: 'gisela',
    move: 'for',
    daysAgo: 13.01955,
    text: 'Auf keinen Fall vergessen, dass nach der Sitzung noch ein Bus fahren muss!',
  },
  {
    key: 't1-200',
    parent: 't1-189',
    by: 'ute',
    move: 'proposal',
    daysAgo: 13.0195,
    text: 'Eine Zeile über Bilder: Wer druckt, zahlt, und wer verschenkt, darf verschenken.',
    reactions: { understandable: 13, connects: 1 },
  },
  {
    key: 't1-201',
    parent: 't1-189',
    by: 'ottilie',
    move: 'experience',
    daysAgo: 13.01945,
    text: 'Ich habe heute gelernt, wie man mit dem Daumen schreibt, und das ging schneller als mein Einwand.',
    reactions: { understandable: 6, connects: 2 },
  },
  {
    key: 't1-211',
    parent: null,
    by: 'leo',
    move: 'proposal',
    daysAgo: 5.1852,
    text: 'Letzte Fassung von mir, jetzt mit Licht und Ton, mit der Stufe für Lernende und mit Fahrtgeld ab zwanzig Kilometern. Frau Kassenwarts Vorlauf von einem Jahr nehme ich gern noch auf, wenn sie ihn vorschlägt.',
  },
] as const satisfies readonly StoryContribution[]
