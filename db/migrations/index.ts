// The way of every database, in order. A step that has shipped is never changed, and a new one gets a number above all others,
// whatever its room: a database that has gone further takes no step in between.
import type { Step } from '../migrate.ts'
import { house } from './001-house.ts'
import { people } from './002-people.ts'
import { ideas } from './003-ideas.ts'
import { conversations } from './004-conversations.ts'
import { moderation } from './005-moderation.ts'
import { notices } from './006-notices.ts'
import { search } from './007-search.ts'
import { bodySeats } from './008-body-seats.ts'
import { ideaWays } from './009-idea-ways.ts'
import { measureGrounds } from './010-measure-grounds.ts'
import { conversationSections } from './011-conversation-sections.ts'
import { codeAccount } from './012-code-account.ts'
import { polls } from './020-polls.ts'
import { ballots } from './025-ballots.ts'
import { pollSigner } from './026-poll-signer.ts'
import { council } from './030-council.ts'
import { elections } from './031-elections.ts'
import { electionRunOffs } from './032-election-run-offs.ts'
import { meetings } from './040-meetings.ts'
import { meetingSteps } from './041-meeting-steps.ts'
import { minutes } from './042-minutes.ts'
import { agendaProposals } from './043-agenda-proposals.ts'
import { standards } from './050-standards.ts'
import { standardsOnAgenda } from './051-standards-on-agenda.ts'
import { benchYes } from './052-bench-yes.ts'
import { sectionDraft } from './053-section-draft.ts'
import { orderOfIdeas } from './060-order-of-ideas.ts'
import { electionElectorate } from './061-election-electorate.ts'
import { invitationChanges } from './062-invitation-changes.ts'
import { indexOlder } from './063-index-older.ts'
import { optionSalt } from './064-option-salt.ts'
import { turnoutAlone } from './065-turnout-alone.ts'
import { ideaOfPicture } from './066-idea-of-picture.ts'

export const migrations: Readonly<Record<string, Step>> = {
  '001-house': house,
  '002-people': people,
  '003-ideas': ideas,
  '004-conversations': conversations,
  '005-moderation': moderation,
  '006-notices': notices,
  '007-search': search,
  '008-body-seats': bodySeats,
  '009-idea-ways': ideaWays,
  '010-measure-grounds': measureGrounds,
  '011-conversation-sections': conversationSections,
  '012-code-account': codeAccount,
  '020-polls': polls,
  '025-ballots': ballots,
  '026-poll-signer': pollSigner,
  '040-meetings': meetings,
  '041-meeting-steps': meetingSteps,
  '042-minutes': minutes,
  '043-agenda-proposals': agendaProposals,
  '050-standards': standards,
  '051-standards-on-agenda': standardsOnAgenda,
  '030-council': council,
  '031-elections': elections,
  '052-bench-yes': benchYes,
  '053-section-draft': sectionDraft,
  '060-order-of-ideas': orderOfIdeas,
  '061-election-electorate': electionElectorate,
  '032-election-run-offs': electionRunOffs,
  '062-invitation-changes': invitationChanges,
  '063-index-older': indexOlder,
  '064-option-salt': optionSalt,
  '065-turnout-alone': turnoutAlone,
  '066-idea-of-picture': ideaOfPicture,
}
