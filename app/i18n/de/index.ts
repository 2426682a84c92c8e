// The chapters of this language that pages show. Mails are a chapter of their own (../mails.ts): no browser needs them.
import ballots from './ballots.json'
import bodies from './bodies.json'
import common from './common.json'
import components from './components.json'
import conversations from './conversations.json'
import council from './council.json'
import demo from './demo.json'
import elections from './elections.json'
import ideas from './ideas.json'
import meetings from './meetings.json'
import moderation from './moderation.json'
import notices from './notices.json'
import operator from './operator.json'
import pages from './pages.json'
import people from './people.json'
import polls from './polls.json'
import refusals from './refusals.json'
import standards from './standards.json'

export default {
  ballots,
  bodies,
  common,
  components,
  conversations,
  council,
  demo,
  elections,
  ideas,
  meetings,
  moderation,
  notices,
  operator,
  pages,
  people,
  polls,
  refusals,
  standards,
}
