// Holes cut into the built server while it starts, one by one, to see that the probe finds each of them.
import type { Size } from './book.ts'
import type { Part } from './probe.ts'
import type { Change } from './town.ts'

export interface Leak {
  readonly name: string
  readonly changes: readonly Change[]
  /** Where the probe has to look for it. */
  readonly focus: RegExp
  readonly only: readonly Part[]
  /** 'full' where one thing of each kind does not show it. */
  readonly size?: Size
  /** What the probe has to say of it: the kind of a finding, and a word of its place or text. */
  readonly found: { readonly kind: string; readonly about: RegExp }
}

/** One more standing for an action, as a slip of the pen in the policy. */
function alsoFor(action: string, standing: string): Change {
  const name = action.replace('.', '\\.')
  return { find: new RegExp(`("${name}": \\[)(?="[a-z])`), put: `$1"${standing}", ` }
}

export const leaks: readonly Leak[] = [
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
    name: 'posts from other sites pass',
    focus: /^\/fuer-sie$/,
    only: ['reading', 'sending'],
    changes: [
      { find: /if \(fromUs && !\("_data" in request\.query\)\) return next\(\)/, put: 'return next()' },
    ],
    found: { kind: 'foreign site', about: /post/ },
  },
  {
    name: 'a browser without an origin is believed',
    focus: /^\/fuer-sie$/,
    only: ['reading', 'sending'],
    changes: [{ find: /origin === void 0 \? site === "same-origin"/, put: 'origin === void 0 ? true' }],
    found: { kind: 'foreign site', about: /no origin/ },
  },
  {
    name: 'live connections come from any site',
    focus: /^ideas$/,
    only: ['listening'],
    changes: [
      {
        find: /(answer\d*)\(null, isOwnPage\(request\d*, settings\d*\.baseUrl\)\)/,
        put: '$1(null, true)',
      },
    ],
    found: { kind: 'foreign site', about: /live/ },
  },
  {
    name: 'everybody listens to everybody’s own channel',
    focus: /^account$/,
    only: ['listening'],
    changes: [alsoFor('notice.read', 'account')],
    found: { kind: 'heard', about: /watch account/ },
  },
  {
    name: 'news go to everybody who is connected',
    focus: /^(account|\/konto|\/abmelden)$/,
    only: ['reading', 'listening', 'sending'],
    changes: [
      {
        find: /io\.to\(message\.topic\)\.emit\("news", await withMeetingView\(platform, message\)\)/,
        put: 'io.emit("news", message)',
      },
    ],
    found: { kind: 'heard', about: /message news/ },
  },
  {
    name: 'a released moderator goes on listening',
    focus: /^moderation$/,
    only: ['taking away'],
    changes: [{ find: /if \(concerned\) await askAgain\([^;]*;/, put: '' }],
    found: { kind: 'stays', about: /moderator/ },
  },
  {
    name: 'reading the news marks them as read',
    focus: /fuer-sie/,
    only: ['reading'],
    changes: [
      {
        find: /const \{[^}]*\} = await listNews\(door\.ask, page\d?\);/,
        put: 'await run(door.platform, door.actor, markAllRead, null); $&',
      },
    ],
    found: { kind: 'reading writes', about: /fuer-sie/ },
  },
  {
    name: 'the search finds what is hidden',
    focus: /^\/suche$/,
    only: ['searching'],
    changes: [{ find: /visible: readableBy\(ask\d?\.actor\),/, put: '' }],
    found: { kind: 'leak', about: /search/ },
  },
  {
    name: 'a mail names somebody else’s address',
    focus: /^\/(moderation\/massnahme|konto\/adresse)$/,
    only: ['reading', 'sending', 'mails'],
    changes: [
      {
        find: /(mail\d?)\.name \? say\d?\("frame\.greeting", \{ name: mail\d?\.name \}\)/,
        put: '$1.name ? $1.name + " kanarie-7725@beispiel.example"',
      },
    ],
    found: { kind: 'leak', about: /mail/ },
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
    name: 'everybody hears what goes on behind closed doors',
    focus: /^meeting-inside$/,
    only: ['listening'],
    changes: [alsoFor('meeting.read-inside', 'account')],
    found: { kind: 'heard', about: /watch meeting-inside/ },
  },
  {
    name: 'who lost a seat goes on listening',
    focus: /^meeting-inside$/,
    only: ['taking away'],
    changes: [
      {
        find: /case "body\.changed":\s*return \{ who: "signed-in" \}/,
        put: 'case "body.changed": return null',
      },
    ],
    found: { kind: 'stays', about: /meeting-inside/ },
  },
  {
    name: 'an erased account stays connected',
    focus: /^account$/,
    only: ['taking away'],
    changes: [
      { find: /case "account\.erased":(\s*case "account\.paused":)/, put: '$1' },
      { find: /case "session\.ended":\s*return/, put: '$& null &&' },
    ],
    found: { kind: 'stays', about: /erased/ },
  },
  {
    name: 'somebody writes where they may not read',
    focus: /^conversation$/,
    only: ['listening'],
    changes: [{ find: /if \(socket\.rooms\.has\((topic\d*)\)\) socket\.to/, put: 'socket.to' }],
    found: { kind: 'heard', about: /say that one writes/ },
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
