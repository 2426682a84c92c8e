// Holes around ideas, moderation and accounts.
import { alsoFor, type Leak } from './leak.ts'

export const townLeaks: readonly Leak[] = [
  {
    name: 'everybody reads the moderators’ cases',
    focus: /^\/moderation/,
    only: ['reading'],
    changes: [alsoFor('moderation.read', 'account')],
    found: { kind: 'seen', about: /moderation\/faelle/ },
  },
  {
    name: 'everybody reads closed ideas',
    focus: /^\/ideen\/:number$/,
    only: ['reading'],
    changes: [
      {
        find: /(async function getReadableIdea[\s\S]{0,300}?if \(!row) \|\| !may\([^;]*?\)\)\)/,
        put: '$1)',
      },
    ],
    found: { kind: 'leak', about: /idea/ },
  },
  {
    name: 'the calendar of a closed idea is open',
    focus: /termin/,
    only: ['reading'],
    changes: [
      {
        find: /const idea2? = await door\.find\(getReadableIdea\(door\.ask, Number\(door\.params\.number\)\)\);(\s*)if \(idea2?\.answerDueAt/,
        put: 'const idea2 = await door.ask.db.selectFrom("idea").selectAll().where("number", "=", Number(door.params.number)).executeTakeFirstOrThrow();$1if (idea2.answerDueAt',
      },
    ],
    found: { kind: 'seen', about: /termin\.ics/ },
  },
  {
    name: 'a closed idea says that it is there',
    focus: /^\/ideen\/:number$/,
    only: ['reading'],
    changes: [
      {
        find: /if \(!row \|\| !may\((ask\d?)\.actor, "idea\.read", ideaSubject\(row\)\)\) throw refuse\("not_found"\);/,
        put: 'if (!row) throw refuse("not_found"); if (!may($1.actor, "idea.read", ideaSubject(row))) throw refuse("not_allowed");',
      },
    ],
    found: { kind: 'tells', about: /ideen\/:number/ },
  },
  {
    name: 'the words of hidden contributions stay on the page',
    focus: /^\/ideen\/:number$/,
    only: ['reading'],
    changes: [{ find: /html: words\d? \? row\.html : ""/, put: 'html: row.html' }],
    found: { kind: 'leak', about: /contribution/ },
  },
  {
    name: 'the operator’s pages are open to every account',
    focus: /^\/betrieb$/,
    only: ['reading'],
    changes: [alsoFor('town.operate', 'account')],
    found: { kind: 'seen', about: /betrieb/ },
  },
  {
    name: 'whoever wants reads what creators wrote to the Council',
    focus: /kulturschaffende/,
    only: ['reading', 'sending'],
    changes: [alsoFor('creator.confirm', 'account')],
    found: { kind: 'done', about: /kulturschaffende/ },
  },
  {
    name: 'an account’s data holds everybody’s rows',
    focus: /export/,
    only: ['reading'],
    changes: [
      {
        find: /selectFrom\(own\d?\.table\)\.selectAll\(\)\.where\(own\d?\.whose, "=", id\)/,
        put: 'selectFrom(own2.table).selectAll()',
      },
    ],
    found: { kind: 'leak', about: /mail address/ },
  },
  {
    name: 'a measure shows itself to whom it does not concern',
    focus: /massnahmen/,
    only: ['reading'],
    changes: [alsoFor('measure.appeal', 'account')],
    found: { kind: 'seen', about: /massnahmen/ },
  },
  {
    name: 'a session ends for whoever knows its id',
    focus: /^\/konto$/,
    only: ['reading', 'sending'],
    changes: [
      {
        find: /(async function endSessionsOf[\s\S]{0,200}?)\.where\("accountId", "=", accountId\)/,
        put: '$1.where((eb) => which.which === "one" ? eb.val(1) : eb("accountId", "=", accountId))',
      },
    ],
    found: { kind: 'done', about: /end-one/ },
  },
  {
    name: 'everybody sorts ideas under goals',
    focus: /^\/ideen\/:number$/,
    only: ['reading', 'sending'],
    changes: [alsoFor('idea.tag', 'account')],
    found: { kind: 'done', about: /tag/ },
  },
  {
    name: 'everybody edits everybody’s contributions',
    focus: /aendern/,
    only: ['reading'],
    changes: [alsoFor('contribution.edit', 'account')],
    found: { kind: 'seen', about: /aendern/ },
  },
  {
    name: 'the search finds what is hidden',
    focus: /^\/suche$/,
    only: ['searching'],
    changes: [{ find: /visible: readableBy\(ask\d?\.actor\),/, put: '' }],
    found: { kind: 'leak', about: /search/ },
  },
  {
    name: 'a page breaks for some',
    focus: /massnahmen/,
    only: ['reading'],
    changes: [
      {
        find: /async function getOwnMeasure\((ask\d?), id\) \{/,
        put: '$& if (!id.startsWith("01900000")) throw new Error("broken on purpose");',
      },
    ],
    found: { kind: 'fault', about: /massnahmen/ },
  },
]
