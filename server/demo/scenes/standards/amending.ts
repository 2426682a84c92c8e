// People propose changes; the editors advise; authors answer or take theirs back.
import { partsOf } from '#app/domain/standards/amendment-rows.server.ts'
import {
  answerAmendment,
  cosignAmendment,
  recommendOnAmendment,
  withdrawAmendment,
} from '#app/domain/standards/amendments.server.ts'
import { proposeAmendment } from '#app/domain/standards/propose.server.ts'
import { amendments } from '../../story/standards/amendments.ts'
import type { ClauseAddress, StoryAmendment } from '../../story/standards/types.ts'
import { minute, type Scene } from '../scene.ts'
import { editor, type Made, sections } from './made.ts'

export function amendingScenes(made: Made): readonly Scene[] {
  return amendments.flatMap((amendment, place) => scenesOf(made, amendment, place + 1))
}

function scenesOf(made: Made, amendment: StoryAmendment, number: number): readonly Scene[] {
  const { stage } = made
  const id = () => made.amendments.get(number) ?? ''
  const { cosigners = [], recommendation, withdrawnDaysAgo } = amendment
  return [
    { daysAgo: amendment.daysAgo, play: () => propose(made, amendment, number) },
    ...cosigners.map((by, place) => ({
      daysAgo: amendment.daysAgo - 1 - place / 3,
      play: async () => stage.does(await stage.actor(by), cosignAmendment, { amendmentId: id(), on: true }),
    })),
    ...(recommendation
      ? [{ daysAgo: recommendation.daysAgo, play: () => recommendOn(made, id(), recommendation) }]
      : []),
    ...(recommendation?.answer
      ? [
          {
            daysAgo: recommendation.daysAgo - 30 * minute,
            play: async () =>
              stage.does(await stage.actor(amendment.by), answerAmendment, {
                amendmentId: id(),
                answer: recommendation.answer ?? 'agreed',
              }),
          },
        ]
      : []),
    ...(withdrawnDaysAgo === undefined
      ? []
      : [
          {
            daysAgo: withdrawnDaysAgo,
            play: async () =>
              stage.does(await stage.actor(amendment.by), withdrawAmendment, { amendmentId: id() }),
          },
        ]),
  ]
}

async function propose(
  made: Made,
  { by, reason, change, insert, strike }: StoryAmendment,
  number: number,
): Promise<void> {
  const { stage } = made
  const none = { clauseId: null, sectionId: null, afterClauseId: null, baseVersion: null, text: '' }
  const clauseAt = (at: ClauseAddress) => made.clauses.get(at) ?? ''
  const textAt = (at: ClauseAddress) => {
    const [section = 0, clause = 0] = at.split('.').map(Number)
    return sections[section - 1]?.clauses[clause - 1]?.text ?? ''
  }
  const proposed = await stage.does(await stage.actor(by), proposeAmendment, {
    standardId: made.standardId,
    reason,
    parts: [
      ...(change
        ? [
            {
              ...none,
              kind: 'change' as const,
              clauseId: clauseAt(change.at),
              text: textAt(change.at).replace(change.from, change.to),
            },
          ]
        : []),
      ...(insert
        ? [
            {
              ...none,
              kind: 'insert' as const,
              sectionId: made.sections[Number(insert.after.split('.')[0]) - 1] ?? '',
              afterClauseId: clauseAt(insert.after),
              text: insert.text,
            },
          ]
        : []),
      ...(strike ? [{ ...none, kind: 'strike' as const, clauseId: clauseAt(strike) }] : []),
    ],
  })
  made.amendments.set(number, proposed.id)
}

async function recommendOn(
  { stage }: Made,
  amendmentId: string,
  { what, reason, words }: NonNullable<StoryAmendment['recommendation']>,
): Promise<void> {
  const parts = await partsOf(stage.platform.database.read, amendmentId)
  const texts = words
    ? Object.fromEntries(parts.map(({ id, text }) => [id, text.replace(words.from, words.to)]))
    : {}
  await stage.does(await stage.actor(editor), recommendOnAmendment, {
    amendmentId,
    recommendation: what,
    reason,
    texts,
  })
}
