import { useGalleryWords } from '#app/components/gallery/gallery-words.ts'
import { Section } from '#app/components/section-head.tsx'
import { AmendmentStatus, RecommendationStatus } from '#app/components/standards/amendment-status.tsx'
import { DraftPreview } from '#app/components/standards/draft-preview.tsx'
import { StageStatus } from '#app/components/standards/stage-status.tsx'
import { Synopsis } from '#app/components/standards/synopsis.tsx'
import { amendmentStates, recommendations } from '#app/domain/standards/amendment.ts'
import { shownStages } from '#app/domain/standards/clause.ts'
import type { ComparedAmendment } from '#app/domain/standards/collisions.server.ts'
import { diffWords } from '#app/domain/standards/text/diff.ts'

/** Pieces of a standard: how far a clause and an amendment have come, two texts side by side, a draft before it is taken. */
export function StandardPieces() {
  const words = useGalleryWords()
  const { before, after, reason, clause, section } = words.drafting
  return (
    <Section id="drafting" title={words.heads.drafting} voice="council">
      <p className="link-line">
        {shownStages.map((stage) => (
          <StageStatus key={stage} stage={stage} />
        ))}
      </p>
      <p className="link-line">
        {amendmentStates.map((state) => (
          <AmendmentStatus key={state} state={state} />
        ))}
      </p>
      <p className="link-line">
        {recommendations.map((recommendation) => (
          <RecommendationStatus key={recommendation} recommendation={recommendation} />
        ))}
      </p>
      <Synopsis slug="zusammenarbeit" amendments={[example(before, after, reason)]} />
      <DraftPreview sections={[{ title: section, clauses: [clause, before] }]} from={9} />
    </Section>
  )
}

function example(before: string, after: string, reason: string): ComparedAmendment {
  return {
    id: 'example',
    number: 1,
    state: 'recommended',
    author: 'Renate Tonwald',
    authorId: null,
    reason,
    reasonHtml: '',
    conversationId: '',
    comments: 4,
    proposedAt: '2027-03-10T09:00:00.000Z',
    recommendation: 'adopt',
    recommendationReason: null,
    authorAnswer: null,
    decidedAt: null,
    decision: null,
    agendaItemId: null,
    cosigners: [],
    cosigned: false,
    collides: [2],
    parts: [
      {
        id: 'part',
        kind: 'change',
        number: '3.2',
        clauseId: null,
        after: null,
        section: 3,
        passages: diffWords(before, after),
        recommended: null,
        rebased: false,
        merge: null,
      },
    ],
  }
}
