import type { ReactNode } from 'react'
import { Contribution, GoneContribution } from '#app/components/contribution.tsx'
import { addressWith } from '#app/components/conversations/address.ts'
import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { Reaction } from '#app/components/reaction.tsx'
import { reactionKinds } from '#app/domain/conversations/contribution.ts'
import type { ReadContribution } from '#app/domain/conversations/conversation.server.ts'
import { addressByTime } from '#app/domain/conversations/conversation.ts'
import type { LoadedConversation } from '#app/http/conversation.server.ts'
import { useWords } from '#app/i18n/words.tsx'

export type ContributionNote = (one: Pick<ReadContribution, 'at'>) => ReactNode

interface OneProps {
  readonly one: ReadContribution
  readonly talk: LoadedConversation
  readonly shownUpTo: number
  readonly level?: 3 | 4
  readonly note?: ContributionNote | undefined
}

/** One contribution with its replies; what is gone leaves its place and says why. */
export function OneContribution({ one, talk, shownUpTo, level = 3, note }: OneProps) {
  const replies = one.replies.filter((reply) => reply.number <= shownUpTo)
  const below = replies.length > 0 && (
    <>
      {replies.map((reply) => (
        <OneContribution
          key={reply.publicNumber}
          one={reply}
          talk={talk}
          shownUpTo={shownUpTo}
          level={4}
          note={note}
        />
      ))}
      <MoreReplies one={one} talk={talk} />
    </>
  )
  if (one.gone !== null) return <Gone one={one} replies={below || undefined} />
  return (
    <Contribution
      number={one.number}
      move={one.official === null ? one.move : 'official'}
      author={{
        name: one.author.name,
        voice: one.official === null ? one.author.voice : 'table',
        as: one.author.seat ?? undefined,
        staff: one.official ?? undefined,
      }}
      at={one.at}
      now={talk.now}
      permalink={`/beitraege/${one.publicNumber}`}
      html={one.html}
      lang={one.language}
      level={level}
      isNew={one.isNew}
      edited={<Notes one={one} talk={talk} nested={level === 4} note={note} />}
      reactions={<Doings one={one} talk={talk} />}
      replies={below || undefined}
    />
  )
}

function Notes({
  one,
  talk,
  nested,
  note,
}: {
  readonly one: ReadContribution
  readonly talk: LoadedConversation
  readonly nested: boolean
  readonly note: ContributionNote | undefined
}) {
  const { t } = useWords()
  const root = talk.contributions.find((root) => root.replies.includes(one))
  // Below the very contribution it answers nobody needs to be told so.
  const toldByPlace = nested && root?.number === one.answers
  return (
    <>
      {note?.(one)}
      {one.answers !== null && !toldByPlace && (
        <Go className="text-button" to={addressByTime(talk.address, one.answers)}>
          {t('conversations:one.answers', { number: one.answers })}
        </Go>
      )}
      {one.edited && (
        <Go className="text-button" to={`/beitraege/${one.publicNumber}/fassungen`}>
          {t('components:contribution.edited')}
        </Go>
      )}
    </>
  )
}

function Doings({ one, talk }: { readonly one: ReadContribution; readonly talk: LoadedConversation }) {
  const { t } = useWords()
  const about = (hidden: string, shown: string): ReactNode => (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="hidden-text">{hidden}</span>
    </>
  )
  const { number, publicNumber } = one
  return (
    <>
      {one.may.react &&
        reactionKinds.map((kind) => (
          <Reaction
            key={kind}
            to={talk.here}
            intent="react"
            idempotencyKey={`${talk.formKey}-${publicNumber}-${kind}`}
            pressed={one.reactions[kind].own}
            count={one.reactions[kind].count}
            fields={{
              contribution: String(publicNumber),
              kind,
              wish: one.reactions[kind].own ? 'off' : 'on',
            }}
          >
            {t(`conversations:one.${kind}`)}
          </Reaction>
        ))}
      {one.may.reply && (
        <Go
          className="text-button"
          to={`${addressWith(talk.here, { antwort: String(publicNumber) })}#schreiben`}
        >
          {about(t('conversations:one.reply-to', { number }), t('conversations:one.reply'))}
        </Go>
      )}
      {one.may.edit && (
        <Go className="text-button" to={`/beitraege/${publicNumber}/aendern`}>
          {about(t('conversations:one.edit-number', { number }), t('conversations:one.edit'))}
        </Go>
      )}
      {!one.may.edit && (
        <Go className="text-button more" to={`/melden?adresse=/beitraege/${publicNumber}`}>
          {about(t('conversations:one.report-number', { number }), t('conversations:one.report'))}
        </Go>
      )}
    </>
  )
}

function Gone({ one, replies }: { readonly one: ReadContribution; readonly replies: ReactNode }) {
  const { t } = useWords()
  const rule = one.rule as '1' | '2' | '3' | '4' | '5' | null
  return (
    <GoneContribution
      number={one.number}
      why={one.gone === 'hidden' ? 'hidden' : 'deleted'}
      reason={
        rule === null
          ? undefined
          : t('moderation:rule-line', { number: rule, name: t(`moderation:rule.${rule}`) })
      }
      replies={replies}
    >
      {one.html !== '' && (
        <>
          <p className="quiet">{t('conversations:one.still-yours')}</p>
          <Html html={one.html} lang={one.language} />
        </>
      )}
    </GoneContribution>
  )
}

function MoreReplies({ one, talk }: { readonly one: ReadContribution; readonly talk: LoadedConversation }) {
  const { t } = useWords()
  if (one.moreReplies === 0) return null
  const last = one.replies.at(-1)?.number ?? one.number
  return (
    <p>
      <Go className="text-button" to={addressByTime(talk.address, last)}>
        {t('conversations:one.more-replies', { count: one.moreReplies })}
      </Go>
    </p>
  )
}
