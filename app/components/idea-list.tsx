import { Actions, ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries } from '#app/components/entry.tsx'
import { IdeaEntry } from '#app/components/idea-entry.tsx'
import { ringOf } from '#app/components/ideas/ring.ts'
import { daysOverdue } from '#app/domain/ideas/idea.ts'
import type { ListedIdea } from '#app/domain/ideas/list.server.ts'
import { firstThought } from '#app/domain/search/plain-words.ts'
import { type Say, useWords } from '#app/i18n/words.tsx'

export interface IdeaListProps {
  readonly ideas: readonly ListedIdea[]
  /** The districts' names by their slugs. */
  readonly places?: Readonly<Record<string, string>>
  readonly now: string
  readonly none: string
  readonly post: string
  readonly level?: 2 | 3 | 4
}

/** Ideas under a goal or a district; where there is none, the first is invited. */
export function IdeaList({ ideas, places = {}, now, none, post, level = 3 }: IdeaListProps) {
  const { t } = useWords()
  if (ideas.length === 0) {
    return (
      <Empty voice="citizens" title={none}>
        <Actions>
          <ButtonLink to="/ideen/neu">{post}</ButtonLink>
        </Actions>
      </Empty>
    )
  }
  return (
    <Entries>
      {ideas.map((idea) => (
        <IdeaEntry
          key={idea.number}
          level={level}
          idea={{
            number: idea.number,
            title: idea.title,
            thought: firstThought(idea.text),
            place: places[idea.district] ?? null,
            ...statusOf(idea, now, t),
            contributions: idea.contributionCount || undefined,
            supporters: idea.supportCount,
            lang: idea.language,
          }}
        />
      ))}
    </Entries>
  )
}

function statusOf(idea: ListedIdea, now: string, t: Say) {
  const late = daysOverdue(idea, now)
  return {
    state: ringOf(idea.state, late),
    stateWord: late > 0 ? t('ideas:overdue', { count: late }) : t(`ideas:state.${idea.state}`),
  }
}
