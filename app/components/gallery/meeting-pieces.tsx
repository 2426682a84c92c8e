import { useGalleryWords } from '#app/components/gallery/gallery-words.ts'
import { AskSecret } from '#app/components/meetings/ask-secret.tsx'
import { FoldedLife } from '#app/components/meetings/item-life.tsx'
import { ProposalList } from '#app/components/meetings/proposal-list.tsx'
import { StandIn } from '#app/components/meetings/stand-in.tsx'
import { TaskList } from '#app/components/meetings/task-list.tsx'
import { Section } from '#app/components/section-head.tsx'

const here = '/demo/bausteine'
const at = '2027-03-10T18:00:00.000Z'

/** What a meeting brings along: a seat taken for somebody, secrecy asked for, proposals, tasks, the way of an item. */
export function MeetingPieces() {
  const { heads, meeting: words } = useGalleryWords()
  const proposal = {
    id: 'proposal',
    title: words.proposal,
    text: words.reason,
    broughtBy: words.by,
    author: null,
    idea: 12,
    at,
    decision: null,
    reply: '',
    own: true,
  } as const
  const task = {
    id: 'task',
    text: words.task,
    owner: words.office,
    dueOn: '2027-04-10',
    doneAt: null,
    doneNote: null,
    mayFinish: false,
  }
  const secret = { voteWish: null, vote: null, currentId: 'item' } as const
  return (
    <Section id="meeting" title={heads.meeting} voice="table">
      <div className="flow narrow">
        <StandIn members={[{ accountId: 'a', name: 'Jonas Klangmann (Beispiel)' }]} to={here} formKey="key" />
        <StandIn members={[]} to={here} formKey="key" />
        <AskSecret
          stand={{ ...secret, secret: { asked: 1, needed: 3 } }}
          own={{ askedSecret: false }}
          to={here}
          formKey="key"
        />
        <AskSecret
          stand={{ ...secret, secret: { asked: 2, needed: 3 } }}
          own={{ askedSecret: true }}
          to={here}
          formKey="key"
        />
        <ProposalList
          proposals={[proposal, { ...proposal, id: 'declined', decision: 'declined', reply: words.no }]}
          to={here}
          formKey="key"
          for="author"
        />
        <TaskList
          tasks={[task, { ...task, id: 'late', dueOn: '2027-03-01' }, { ...task, id: 'done', doneAt: at }]}
          now={at}
        />
        <FoldedLife
          about={words.question}
          life={{
            title: heads.life,
            steps: [
              { title: words.put, when: '10. März', state: 'past', to: here },
              { title: words.motion, when: '24. März', state: 'past', to: here },
              { title: words.task, when: `25. März, ${words.office}`, state: 'now' },
            ],
          }}
        />
      </div>
    </Section>
  )
}
