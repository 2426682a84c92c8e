// Ideas that came to another end: taken back, put together with another, hidden, or never published.
import type { StoryLaidAside } from '#server/demo/story/types.ts'

export const laidAside = [
  {
    handle: 'nils',
    title: 'Stempelheft für Erstsemester: fünf Abende, ein Preis',
    text: 'Wer neu in der Stadt ist, kennt die Bühnen nicht. Ein Heft mit fünf Feldern würde helfen: fünf Abende besuchen, fünf Stempel sammeln, danach ein Getränk umsonst. Die Hefte könnten im Einwohnermeldeamt liegen.',
    district: 'ganz',
    receivedDaysAgo: 19,
    end: {
      kind: 'withdrawn',
      daysAgo: 16,
      reason:
        'Der Ehrenamts-Pass ist schon fast dasselbe. Ich helfe lieber dort mit, als ein zweites Heft zu drucken.',
    },
  },
  {
    handle: 'gisela',
    title: 'Nach dem Konzert noch heimkommen',
    text: 'Ich habe es schon einmal geschrieben, aber vielleicht hat es niemand gelesen: Nach zehn fährt nichts mehr ins Hügelland. Ein Ruftaxi für vier Leute wäre auch recht.',
    district: 'oberelfringhausen',
    receivedDaysAgo: 8,
    end: { kind: 'merged', daysAgo: 7.2, by: 'gudrun', into: 4 },
  },
  {
    handle: 'glanzdeal',
    title: 'Sonnenbrillen-Tag auf dem Marktplatz, nur heute',
    text: 'Alle Marken, alle Farben, bis zu 70 % billiger. Kommen Sie zu unserem Stand und bringen Sie Freunde mit! (Prüfwort KANARIE-BRILLE-4471)',
    district: 'hattingen-mitte',
    receivedDaysAgo: 32.8,
    end: {
      kind: 'hidden',
      daysAgo: 32.5,
      by: 'gudrun',
      rule: '3',
      reason: 'Das ist Werbung für einen Verkauf und keine Idee für die Kultur der Stadt.',
    },
  },
  {
    handle: null,
    guestName: 'ein Nachbar',
    title: 'Der Mann über mir übt nachts Posaune',
    text: 'Er wohnt im dritten Stock, die Klingel ist die zweite von links, und er hört einfach nicht auf. Jemand von der Stadt soll dort einmal klingeln. (Prüfwort KANARIE-POSAUNE-3308)',
    district: 'hattingen-mitte',
    receivedDaysAgo: 12,
    end: {
      kind: 'refused',
      daysAgo: 11.6,
      by: 'dieter',
      rule: '4',
      reason:
        'Der Text beschreibt, wo ein bestimmter Mensch wohnt. Ohne diese Angaben dürfen Sie die Idee gern noch einmal schicken.',
    },
  },
] as const satisfies readonly StoryLaidAside[]
