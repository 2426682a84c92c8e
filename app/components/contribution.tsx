import type { ReactNode } from 'react'
import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { Icon, type IconName } from '#app/components/icon.tsx'
import { Person, type PersonProps } from '#app/components/person.tsx'
import { Time } from '#app/components/time.tsx'
import { useWords } from '#app/i18n/words.tsx'

export type Move =
  | 'question'
  | 'for'
  | 'against'
  | 'proposal'
  | 'experience'
  | 'answer'
  | 'official'
  | 'official-council'
  | 'summary'

export interface ContributionProps {
  /** Its number within the conversation: the anchor is `b` and this number. */
  readonly number: number
  readonly move: Move
  readonly author: PersonProps
  readonly at: string
  readonly now: string
  readonly permalink: string
  /** Sanitised before it was stored. */
  readonly html: string
  readonly lang?: string
  readonly edited?: ReactNode
  readonly isNew?: boolean
  /** Only its author sees it until somebody has looked at it. */
  readonly waiting?: boolean
  readonly level?: 3 | 4
  /** What was understood: `Restatement`. */
  readonly restatements?: ReactNode
  /** Buttons and links in one line: `Reaction`, `Go className="text-button"`. */
  readonly reactions?: ReactNode
  /** Further contributions, one level only. */
  readonly replies?: ReactNode
}

const icons: Record<Move, IconName> = {
  question: 'question',
  for: 'for',
  against: 'against',
  proposal: 'proposal',
  experience: 'experience',
  answer: 'answer',
  official: 'answer',
  'official-council': 'answer',
  summary: 'summary',
}

/** Move as heading, then who, voice, when. Official answers say so in the heading and carry a rule of their voice. */
export function Contribution(props: ContributionProps) {
  const { number, move, author, at, now, permalink, html, lang, edited, isNew, waiting, level = 3 } = props
  const { t } = useWords()
  const Heading = `h${level}` as const
  const id = `b${number}`
  const official = move === 'official' ? 'table' : move === 'official-council' ? 'council' : undefined
  return (
    <article
      className="contribution"
      id={id}
      aria-labelledby={`${id}-head`}
      data-official={official}
      data-voice={official}
    >
      <Heading className="move" id={`${id}-head`}>
        <Icon name={icons[move]} />
        <span>
          {t(`components:move.${move}`)}
          <span className="hidden-text">
            {' '}
            {t('components:contribution.from', { name: author.name ?? t('components:person.deleted') })}
          </span>
        </span>
      </Heading>
      <div className="byline">
        <Person {...author} />
        <Go className="text-button" to={permalink}>
          <span className="hidden-text">{t('components:contribution.number', { number })}, </span>
          <Time at={at} as="near" now={now} />
        </Go>
        {edited && <span>{edited === true ? t('components:contribution.edited') : edited}</span>}
        {isNew && <span className="new-word">{t('components:contribution.new')}</span>}
      </div>
      {waiting && <p className="placeholder">{t('components:contribution.waiting')}</p>}
      <Html className="text" html={html} lang={lang} />
      {props.restatements}
      {props.reactions && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset around forms of their own would say they are one
        <div className="reactions" role="group" aria-label={t('components:contribution.about', { number })}>
          {props.reactions}
        </div>
      )}
      {props.replies && (
        <section className="replies" aria-label={t('components:contribution.replies', { number })}>
          {props.replies}
        </section>
      )}
    </article>
  )
}

export interface GoneContributionProps {
  readonly number: number
  readonly why: 'deleted' | 'hidden'
  readonly reason?: string
  /** For the author: the way to object. */
  readonly children?: ReactNode
  readonly replies?: ReactNode
}

/** What stood here is gone; its number and its answers remain. */
export function GoneContribution({ number, why, reason, children, replies }: GoneContributionProps) {
  const { t } = useWords()
  const sentence =
    why === 'deleted'
      ? t('components:contribution.deleted')
      : reason
        ? t('components:contribution.hidden', { reason })
        : t('components:contribution.hidden-bare')
  return (
    <article
      className="contribution gone"
      id={`b${number}`}
      aria-label={t('components:contribution.number', { number })}
    >
      <p className="placeholder">{sentence}</p>
      {children}
      {replies && (
        <section className="replies" aria-label={t('components:contribution.replies', { number })}>
          {replies}
        </section>
      )}
    </article>
  )
}
