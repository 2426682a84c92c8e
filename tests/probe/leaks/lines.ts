// Holes in what comes from other sites, in live connections and in mails.
import { alsoFor, type Leak } from './leak.ts'

export const linesLeaks: readonly Leak[] = [
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
    name: 'whoever knows a section joins those who write there',
    focus: /^draft$/,
    only: ['listening'],
    changes: [
      {
        find: /\|\| !(socket\d*)\.rooms\.has\(topicOf\d*\(wish\d*\.section\)\)\) return null/g,
        put: ') return null',
      },
    ],
    found: { kind: 'heard', about: /write together, draft/ },
  },
]
