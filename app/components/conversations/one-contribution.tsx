import type { ReactNode } from 'react'
import { Contribution, GoneContribution } from '#app/components/contribution.tsx'
import { addressWith } from '#app/components/conversations/address.ts'
import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { Reaction } from '#app/components/reaction.tsx'
import { reactionKinds } from '#app/domain/conversations/contribution.ts'
import type { ReadContribution } from '#app/domain/conversations/conversation.server.ts'
import { addressByTime } from '#app/domain/conversations/conversation.ts'
import { useWords } from '#app/i18n/words.tsx'

export type ContributionNote = (one: Pick<ReadContribution, 'at'>) => ReactNode

/** All that a contribution looks like follows from these; the server remembers by them how it was drawn. */
export interface OnPage {
  readonly one: ReadContribution
  /** The page with its questions, where its forms lead back to. */
  readonly here: string
  /** The page of what is talked about. */
  readonly address: string
  /** The hour: days are told by it. */
  readonly now: string
}

interface OneProps extends OnPage {
  readonly formKey: string
  /** The number of the contribution it stands below. */
  readonly below?: number
  readonly note?: ContributionNote | undefined
}

/** One contribution with its replies; what is gone leaves its place and says why. */
export function OneContribution(props: OneProps) {
  const { one, now, below } = props
  const replies = one.replies.length > 0 && (
    <>
      {one.replies.map((reply) => (
        <OneContribution key={reply.publicNumber} {...props} one={reply} below={one.number} />
      ))}
      <MoreReplies {...props} />
    </>
  )
  if (one.gone !== null) return <Gone one={one} replies={replies || undefined} />
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
      now={now}
      permalink={`/beitraege/${one.publicNumber}`}
      html={one.html}
      lang={one.language}
      level={below === undefined ? 3 : 4}
      isNew={one.isNew}
      edited={<Notes {...props} />}
      reactions={<Doings {...props} />}
      replies={replies || undefined}
    />
  )
}

function Notes({ one, address, below, note }: OneProps) {
  const { t } = useWords()
  // Below the very contribution it answers nobody needs to be told so.
  const toldByPlace = below !== undefined && below === one.answers
  return (
    <>
      {note?.(one)}
      {one.answers !== null && !toldByPlace && (
        <Go className="text-button" to={addressByTime(address, one.answers)}>
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

function Doings({ one, here, formKey }: OneProps) {
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
            to={here}
            intent="react"
            idempotencyKey={`${formKey}-${publicNumber}-${kind}`}
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
        <Go className="text-button" to={`${addressWith(here, { antwort: String(publicNumber) })}#schreiben`}>
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

function MoreReplies({ one, address }: OneProps) {
  const { t } = useWords()
  if (one.moreReplies === 0) return null
  const last = one.replies.at(-1)?.number ?? one.number
  return (
    <p>
      <Go className="text-button" to={addressByTime(address, last)}>
        {t('conversations:one.more-replies', { count: one.moreReplies })}
      </Go>
    </p>
  )
}
