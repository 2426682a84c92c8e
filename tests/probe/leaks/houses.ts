// Holes around votes, meetings and standards.
import { alsoFor, type Leak } from './leak.ts'

export const housesLeaks: readonly Leak[] = [
  {
    name: 'votes of a house are open to the town',
    size: 'full',
    focus: /^\/abstimmungen\/:number$/,
    only: ['reading'],
    changes: [{ find: /function mayReadPoll\(ask\d*, poll\d*\) \{/, put: '$& return true;' }],
    found: { kind: 'leak', about: /vote only the/ },
  },
  {
    name: 'everybody leads votes of the town',
    size: 'full',
    focus: /^\/abstimmungen\/:number$/,
    only: ['reading', 'sending'],
    changes: [alsoFor('poll.set-up', 'account')],
    found: { kind: 'done', about: /abstimmungen\/:number close/ },
  },
  {
    name: 'the reasons of a running vote are told',
    size: 'full',
    focus: /^\/abstimmungen\/:number\/ergebnis$/,
    only: ['reading'],
    changes: [
      {
        find: /(async function listReasons\([^)]*\) \{\s*if \(poll\d*\.secrecy !== "open") \|\| !hasResult\(poll\d*\)\)/,
        put: '$1)',
      },
    ],
    found: { kind: 'leak', about: /reason on an open ballot/ },
  },
  {
    name: 'an agenda says what stands on it behind closed doors',
    focus: /^\/runder-tisch\/sitzungen\/:number$/,
    only: ['reading'],
    changes: [{ find: /(async function readAgenda[\s\S]{0,300}?)(may\(ask\d*\.actor)/, put: '$1true || $2' }],
    found: { kind: 'leak', about: /not public/ },
  },
  {
    name: 'whoever has its address takes a closed paper',
    focus: /^\/unterlagen/,
    only: ['reading'],
    changes: [
      {
        find: /(async function getPaperFile[\s\S]{0,700}?)if \(!may\([^;]*?\)\) throw/,
        put: '$1if (false) throw',
      },
    ],
    found: { kind: 'leak', about: /paper/ },
  },
  {
    name: 'a standard in the making is open',
    focus: /^\/standards/,
    only: ['reading'],
    changes: [
      {
        find: /(async function getReadableStandard[\s\S]{0,250}?if \(!row\d*) \|\| !may\([^;]*?\)\)\)? throw/,
        put: '$1) throw',
      },
    ],
    found: { kind: 'leak', about: /standard that is not public/ },
  },
  {
    name: 'the workshop is open to everybody',
    focus: /werkstatt/,
    only: ['reading'],
    changes: [alsoFor('standard.draft', 'account')],
    found: { kind: 'leak', about: /drafting group/ },
  },
  {
    name: 'amendments are recommended by whoever likes',
    size: 'full',
    focus: /^\/standards\/:standard\/aenderungen\/:number$/,
    only: ['reading', 'sending'],
    changes: [alsoFor('amendment.recommend', 'account')],
    found: { kind: 'done', about: /recommend/ },
  },
]
