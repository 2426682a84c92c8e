import type { ReactNode } from 'react'
import { Entry } from '#app/components/entry.tsx'
import { Status, type StatusState } from '#app/components/status.tsx'
import { useWords } from '#app/i18n/words.tsx'

export interface IdeaInList {
  readonly number: number
  readonly title: string
  /** One thought: the answer if there is one, else the first sentence. */
  readonly thought?: ReactNode
  readonly place?: string | null
  readonly state: StatusState
  /** "Antwort überfällig seit 9 Tagen", when the state's own word is too short. */
  readonly stateWord?: ReactNode
  readonly contributions?: number
  readonly supporters?: number
  readonly lang?: string
}

export function IdeaEntry({ idea, level }: { readonly idea: IdeaInList; readonly level?: 2 | 3 | 4 }) {
  const { t } = useWords()
  const meta = [
    idea.place,
    idea.contributions != null && t('components:idea.contributions', { count: idea.contributions }),
    idea.supporters ? t('components:idea.supporters', { count: idea.supporters }) : null,
  ].filter(Boolean)
  return (
    <Entry
      numeral={String(idea.number)}
      numeralName={t('components:idea.number')}
      to={`/ideen/${idea.number}`}
      title={idea.title}
      thought={idea.thought}
      meta={meta}
      side={<Status state={idea.state}>{idea.stateWord}</Status>}
      voice="citizens"
      level={level}
      lang={idea.lang}
    />
  )
}
