import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Time } from '#app/components/time.tsx'
import { describe } from '#app/domain/form.ts'
import { declineForm } from '#app/domain/meetings/meeting.form.ts'
import type { ListedProposal } from '#app/domain/meetings/proposals.server.ts'
import { useWords } from '#app/i18n/words.tsx'

interface ProposalListProps {
  readonly proposals: readonly ListedProposal[]
  readonly to: string
  readonly formKey: string
  /** Its author may take a proposal back; who prepares the meeting decides on it. */
  readonly for: 'author' | 'preparer'
}

/** Proposed items with what became of each, and with the buttons of whoever looks. */
export function ProposalList({ proposals, to, formKey, for: reader }: ProposalListProps) {
  const { t } = useWords()
  if (proposals.length === 0) return <p>{t('meetings:propose.none')}</p>
  return (
    <ul className="question-list">
      {proposals.map((proposal) => (
        <li key={proposal.id}>
          <p dir="auto">
            <strong>{proposal.title}</strong>
          </p>
          <p dir="auto">{proposal.text}</p>
          <p className="quiet">
            {proposal.broughtBy}
            {reader === 'preparer' && proposal.author !== null && `: ${proposal.author}`},{' '}
            <Time at={proposal.at} as="date" />, {t(`meetings:propose.state.${proposal.decision ?? 'open'}`)}
          </p>
          {proposal.idea !== null && (
            <p>
              <Go to={`/ideen/${proposal.idea}`}>
                {t('meetings:agenda.from-idea', { number: proposal.idea })}
              </Go>
            </p>
          )}
          {proposal.reply !== '' && <p dir="auto">{proposal.reply}</p>}
          {proposal.decision === null && reader === 'author' && (
            <Form to={to} intent="withdraw" idempotencyKey={`${formKey}-w-${proposal.id}`}>
              <input type="hidden" name="proposal" value={proposal.id} />
              <Button kind="text">
                {t('meetings:propose.withdraw')}
                <span className="hidden-text">: {proposal.title}</span>
              </Button>
            </Form>
          )}
          {proposal.decision === null && reader === 'preparer' && (
            <Decide proposal={proposal} to={to} formKey={formKey} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Decide({
  proposal,
  to,
  formKey,
}: Pick<ProposalListProps, 'to' | 'formKey'> & { readonly proposal: ListedProposal }) {
  const { t } = useWords()
  const given = useAnswer('decline')
  const answer = given?.typed.proposal === proposal.id ? given : undefined
  return (
    <>
      <Form to={to} intent="accept" idempotencyKey={`${formKey}-a-${proposal.id}`}>
        <input type="hidden" name="proposal" value={proposal.id} />
        <Button kind="quiet">
          {t('meetings:propose.accept')}
          <span className="hidden-text">: {proposal.title}</span>
        </Button>
      </Form>
      <details open={answer !== undefined}>
        <summary>
          {t('meetings:propose.decline')}
          <span className="hidden-text">: {proposal.title}</span>
        </summary>
        <Form className="form" to={to} intent="decline" idempotencyKey={`${formKey}-d-${proposal.id}`}>
          <input type="hidden" name="proposal" value={proposal.id} />
          <Field
            field={describe(declineForm, 'reply')}
            id={`decline-${proposal.id}`}
            kind="textarea"
            rows={3}
            label={t('meetings:propose.reason')}
            {...kept(answer, 'reply')}
          />
          <Button kind="quiet">{t('meetings:propose.decline')}</Button>
        </Form>
      </details>
    </>
  )
}
