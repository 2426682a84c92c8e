// Holes that show only when a thing becomes closed, a right ends, or a file is opened.
import type { Leak } from './leak.ts'

const takingAway = ['taking away'] as const

export const closedLeaks: readonly Leak[] = [
  {
    name: 'a page goes on being shown to guests from memory',
    focus: /^\/ideen\/:number$/,
    only: takingAway,
    changes: [{ find: /if \(found\d*\.event === newest\d* && /, put: 'if (' }],
    found: { kind: 'leak', about: /ideen\/:number.*after an idea is hidden/ },
  },
  {
    name: 'the search goes on finding an idea that was hidden',
    focus: /^\/suche$/,
    only: takingAway,
    changes: [{ find: /visible: readableBy\(ask\d?\.actor\),/, put: '' }],
    found: { kind: 'leak', about: /search.*after an idea is hidden/ },
  },
  {
    name: 'whoever is refused stays in the room',
    focus: /^(idea|conversation)$/,
    only: takingAway,
    changes: [
      {
        find: /void socket\.leave\(topic\d*\);(\s*socket\.emit\("refused")/,
        put: '$1',
      },
    ],
    found: { kind: 'stays', about: /after it was refused/ },
  },
  {
    name: 'the file of the minutes says what was said behind closed doors',
    focus: /niederschrift\.docx$/,
    only: ['reading'],
    changes: [
      {
        find: /(async function readMinutes\([^)]*\) \{\s*const inside\d* = )door\.may\([^;]*;/,
        put: '$1true;',
      },
    ],
    found: { kind: 'leak', about: /niederschrift\.docx.*minutes of an item/ },
  },
  {
    name: 'what scripts fetch is open where the page is shut',
    focus: /^\/betrieb$/,
    only: ['reading'],
    changes: [
      {
        find: /\(\) => visitOf\(platform\d*, settings\d*, (request\d*), response\d*\)/,
        put: '$&.then((visit) => (/\\.data/.test($1.originalUrl) ? { ...visit, actor: { ...visit.actor, appointments: [{ role: "operator", scope: "town" }] } } : visit))',
      },
    ],
    found: { kind: 'seen', about: /betrieb \(page, data\)/ },
  },
]
