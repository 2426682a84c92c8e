// Every column that holds text, by who may read it: what is guarded must hold one of the probe's private words, or the
// probe would look for nothing there. A new column joins one of these lists, or it is a finding.
import type { Book } from './book.ts'
import type { Canary } from './room.ts'
import type { Town } from './town.ts'

/** Some of its rows are not for everybody. */
const guarded: Readonly<Record<string, string>> = {
  account: 'mail district',
  agendaItem: 'title text',
  appeal: 'text',
  clause: 'text',
  contribution: 'text',
  creator: 'does',
  electionObjection: 'text',
  idea: 'title text',
  meetingNeed: 'text',
  measure: 'reason',
  meetingStep: 'data',
  openBallot: 'reason',
  paper: 'title',
  poll: 'question',
  report: 'reason reporterName reporterMail',
  seatInvitation: 'mail',
  section: 'note',
  sectionTask: 'what',
  session: 'device',
  standard: 'title about',
  statementVersion: 'text',
  task: 'text',
}

/** Nobody ever reads it: of each a value is looked for everywhere. */
const secret: Readonly<Record<string, string>> = {
  ballotDrawer: 'sealed',
  idea: 'secretHash',
  pollCode: 'codeHash',
  printedCode: 'hash',
  sealedBallot: 'sealed',
  session: 'tokenHash',
  turnout: 'people',
}

/** Guarded as well, and without a word of the probe's: why. */
const unplanted: Readonly<Record<string, string>> = {
  'account.ageBand': 'one of three words',
  'agendaProposal.title': 'the story has none: tests/meetings/agenda.test.ts',
  'agendaProposal.text': 'the story has none: tests/meetings/agenda.test.ts',
  'mailWish.wish': 'one of a few words',
  'passkey.name': 'the demo town has no passkey',
  'passkey.publicKey': 'the demo town has no passkey',
  'signInCode.mail': 'comes and goes while one signs in; every mail address is looked for',
  'signInCode.codeHash': 'comes and goes while one signs in',
  'signInCode.linkHash': 'comes and goes while one signs in',
  'clauseVersion.text': 'earlier words of what is guarded in clauses',
  'contributionVersion.text': 'earlier words of contributions',
  'correction.before': 'a copy of a sentence of the minutes',
  'correction.proposed': 'the story has none to an item that is not public',
  'correction.reply': 'the story has none to an item that is not public',
  'correction.sentence': 'an id and a number',
  'councilAccess.detail': 'a command of the house',
  'councilAccess.who': 'a name of the house',
  'creator.refusedReason': 'nobody of the story was refused',
  'creatorObjection.text': 'told to the register as well',
  'ideaVersion.text': 'earlier words of ideas',
  'ideaVersion.title': 'earlier words of ideas',
  'job.data': 'a note of the house, of ids',
  'mail.address': 'forgotten when it is sent: see mails.ts',
  'mail.data': 'forgotten when it is sent: see mails.ts',
  'minutes.sentences': 'made of the steps, which are guarded',
  'minutesNote.text': 'made of the steps, which are guarded',
  'openBallot.choice': 'one of the options',
  'paperFile.base64': 'the bytes of a paper, looked for where it is opened',
  'sealedBallot.key': 'told when it is published',
  'sentForm.key': 'a note of the house',
  'sentForm.outcome': 'a note of the house',
  'sentForm.sender': 'a note of the house',
  'statement.text': 'a copy of its newest version',
  'statement.title': 'a copy of its newest version',
  'talk.title': 'the talk itself is guarded',
  'draftAside.ours': 'a copy of what is guarded in clauses',
  'draftAside.theirs': 'a copy of what is guarded in clauses',
  'draftAside.base': 'a copy of what is guarded in clauses',
}

export function secretWords(town: Town): readonly Canary[] {
  return Object.entries(secret).flatMap(([table, column]) =>
    town
      .rows<{ value: string }>(
        `select "${column}" as value from "${table}" where length("${column}") > 15 limit 1`,
      )
      .map(({ value }) => ({
        word: value.slice(0, 60),
        where: `${column} of ${table}, which nobody reads`,
        reads: () => false,
      })),
  )
}

export function checkColumns(town: Town, book: Book, canaries: readonly Canary[]): void {
  for (const [table, columns] of Object.entries(guarded)) {
    for (const column of columns.split(' ')) {
      const values = town.rows<{ value: string | null }>(`select "${column}" as value from "${table}"`)
      const held = values.map(({ value }) => value?.toLowerCase() ?? '').join('\n')
      if (!canaries.some(({ word }) => held.includes(word.toLowerCase())))
        book.found('unproven', `${table}.${column}`, null, 'holds none of the private words')
    }
  }
  const known = new Set([...Object.keys(unplanted), ...[guarded, secret, open].flatMap(namesIn)])
  for (const { name: table } of town.rows<{ name: string }>(tablesOfTown))
    for (const { name, type } of town.rows<{ name: string; type: string }>(`pragma table_info("${table}")`))
      if (/text/i.test(type) && !isOrder.test(name) && !known.has(`${table}.${name}`))
        book.found('unknown column', `${table}.${name}`, null, 'is neither named as guarded nor as open')
}

const tablesOfTown = `select name from sqlite_master where type = 'table'
  and name not like 'sqlite%' and name not like 'kysely%' and name not like 'search%' and substr(name, 1, 1) <> '_'`

/** Ids, moments and the words of the house's own order; and html, which is made of the text beside it. */
const isOrder =
  /^(id|at|kind|state|language|function|sanitiser|html|subject|space|slug|stage)$|Id$|At$|On$|Html$|Key$/

const namesIn = (list: Readonly<Record<string, string>>) =>
  Object.entries(list).flatMap(([table, columns]) => columns.split(' ').map((column) => `${table}.${column}`))

/** Everybody’s, a word of the house’s own, or as open as the guarded column beside it. */
const open: Readonly<Record<string, string>> = {
  account: 'handle name sortName pausedUntil',
  agendaItem: 'audience noGoalReason responsible broughtBy project',
  agendaItemGoal: 'goal',
  agendaProposal: 'broughtBy goals noGoalReason decision reply',
  amendment: 'reason recommendation recommendationReason authorAnswer decision',
  amendmentPart: 'baseText text recommendedText',
  appeal: 'outcome outcomeText',
  appointment: 'role scope',
  ballotBox: 'manifest manifestHash issued hash',
  bench: 'name',
  benchSeat: 'bench name',
  body: 'name about',
  bodyRules: 'rules',
  candidature: 'branch does wants time',
  citizenQuestion: 'text answer answeredBy',
  clause: 'plainText',
  clauseVersion: 'how decision',
  contribution: 'authorFunction move section',
  conversation: 'subjectKind',
  correction: 'decision',
  counter: 'name',
  creator: 'branch',
  creatorObjection: 'against outcome outcomeText',
  declaration: 'organisation contact',
  draftAside: 'why',
  election: 'rules orderSeed settled',
  electionObjection: 'against outcome outcomeText',
  electionRunOff: 'between winners seed',
  event: 'type data',
  eventTopic: 'topic',
  follow: 'fromSubject',
  idea: 'district authorName source responsible closedReason stateBefore',
  ideaGoal: 'goal',
  invitationChange: 'what invited',
  job: 'key claimedUntil lastError',
  lifelineStep: 'byFunction link note',
  mail: 'claimedUntil lastError',
  measure: 'rule template',
  meeting: 'title place access online urgency cancelledReason',
  meetingNeed: 'kinds',
  meetingSignal: 'minute',
  meetingStep: 'type',
  milestone: 'needs',
  minutes: 'correctUntil hash publicSentences',
  officialAnswer: 'text byFunction',
  paper: 'target mediaType',
  paperEntry: 'entry ballot',
  passkey: 'transports',
  picture: 'alt',
  poll: 'visibility label method about consequence electorate electorateRef secrecy changeable reason names resultWhen majority majorityBase optionOrder settings source objectionUntil invalidReason seed reviewNote',
  pollOption: 'key title about salt',
  pollResult: 'result outcome',
  pollSigner: 'name address n e',
  programmePause: 'fromDay untilDay decision',
  publishedBallot: 'key way ballot proof',
  report: 'address rule decision decisionText video',
  resolution: 'text outcome result',
  responsibleRole: 'name',
  ruleCard: 'who pays insured call',
  section: 'title',
  sectionDraft: 'generation merged unsettledSince',
  setting: 'name value',
  signInCode: 'purpose',
  standard: 'bodySlug withdrawnReason consultFrom consultUntil startDecision',
  standardVersion: 'decision link content hash',
  statement: 'withdrawnReason',
  statementVersion: 'title note',
  task: 'owner doneNote',
}
