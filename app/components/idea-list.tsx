import { Actions, ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries } from '#app/components/entry.tsx'
import { ringOf } from '#app/components/home/idea-ring.ts'
import { IdeaEntry } from '#app/components/idea-entry.tsx'
import type { ListedIdea } from '#app/domain/ideas/list.server.ts'
import { firstThought } from '#app/domain/search/plain-words.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface IdeaListProps {
  readonly ideas: readonly ListedIdea[]
  /** The districts' names by their slugs. */
  readonly places?: Readonly<Record<string, string>>
  readonly none: string
  readonly post: string
  readonly level?: 2 | 3 | 4
}

/** Ideas under a goal or a district; where there is none, the first is invited. */
export function IdeaList({ ideas, places = {}, none, post, level = 3 }: IdeaListProps) {
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
            state: ringOf[idea.state],
            stateWord: t(`ideas:state.${idea.state}`),
            contributions: idea.contributionCount,
            supporters: idea.supportCount,
            lang: idea.language,
          }}
        />
      ))}
    </Entries>
  )
}
