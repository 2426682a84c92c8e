import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered } from '#app/components/answered.tsx'
import { ChangedNote } from '#app/components/changed-note.tsx'
import { Conversation } from '#app/components/conversations/conversation.tsx'
import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { ItemLife } from '#app/components/meetings/item-life.tsx'
import { AmendmentActs } from '#app/components/standards/amendment-acts.tsx'
import { AmendmentParts } from '#app/components/standards/amendment-parts.tsx'
import { AmendmentStatus, RecommendationStatus } from '#app/components/standards/amendment-status.tsx'
import { FollowButton } from '#app/components/standards/follow-button.tsx'
import { RecommendForm } from '#app/components/standards/recommend-form.tsx'
import { SettleForm } from '#app/components/standards/settle-form.tsx'
import { StandardHead } from '#app/components/standards/standard-head.tsx'
import { Time } from '#app/components/time.tsx'
import { lifelineOf } from '#app/domain/lifelines.server.ts'
import { newestEvent } from '#app/domain/query.server.ts'
import { placeOnAgenda } from '#app/domain/standards/agenda-view.server.ts'
import { isOpenAmendment } from '#app/domain/standards/amendment.ts'
import { type ComparedAmendment, readAmendment } from '#app/domain/standards/collisions.server.ts'
import { followsInStandard } from '#app/domain/standards/follow.server.ts'
import { getReadableStandard, standardSubject } from '#app/domain/standards/standard.server.ts'
import { loadConversation } from '#app/http/conversation.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { lifeInWords } from '#app/i18n/life-words.server.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { amendmentAction } from './amendment-actions.server.ts'

export const handle: PageHandle = {
  voice: 'council',
  menu: 'standards',
  live: ['conversations', 'moderation', 'standards'],
}

async function entered(door: Omit<ReturnType<typeof enter>, 'formKey'>) {
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  const amendment = await door.find(readAmendment(door.ask, standard, Number(door.params.number)))
  return { standard, amendment, subject: standardSubject(standard, amendment.authorId) }
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const asOf = await newestEvent(door.ask)
  const { standard, amendment, subject } = await entered(door)
  const open = isOpenAmendment(amendment.state)
  const waits = amendment.state === 'proposed' || amendment.state === 'recommended'
  const own = door.may('amendment.change', subject)
  const place = await placeOnAgenda(door.ask, amendment.agendaItemId)
  return {
    asOf,
    topics: topicsOf(amendment),
    note: door.url.searchParams.get('meldung'),
    formKey: door.formKey(),
    heading: door.t('standards:amendment.title', { number: amendment.number }),
    standard: { slug: standard.slug, title: standard.title, isPublic: standard.publishedAt !== null },
    amendment,
    place,
    life: lifeInWords(
      door,
      await lifelineOf(door.ask, `amendment:${amendment.id}`),
      'standards:way.amendment',
    ),
    follows: await followsInStandard(door.ask, 'amendment', amendment.id),
    talk: await loadConversation(door, amendment.conversationId),
    may: {
      cosign: open && !own && door.may('amendment.cosign', subject),
      withdraw: own && waits,
      reopen: own && (amendment.state === 'withdrawn' || amendment.state === 'rejected'),
      answer: own && amendment.recommendation === 'adopt_changed' && amendment.state === 'recommended',
      recommend: waits && door.may('amendment.recommend', subject),
      pull:
        amendment.state === 'on_agenda' && (place?.bundled ?? 0) > 1 && door.may('amendment.pull', subject),
      off: amendment.state === 'on_agenda' && door.may('standard.steer', subject),
      follow: door.may('standard.follow', subject),
      decide: open && amendment.state !== 'to_settle' && door.may('amendment.decide', subject),
      settle: amendment.state === 'to_settle' && door.may('amendment.settle', subject),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const { standard, amendment } = await entered(door)
  return amendmentAction(door, standard, amendment)
}

/** Itself, and the clauses it changes: what else is proposed there can collide with it. A page hears of so many at most. */
function topicsOf({ id, parts }: Pick<ComparedAmendment, 'id' | 'parts'>): readonly string[] {
  const clauses = new Set(parts.flatMap(({ clauseId }) => (clauseId === null ? [] : [`clause:${clauseId}`])))
  return [`amendment:${id}`, ...[...clauses].slice(0, 9)]
}

export const meta = titled<typeof loader>(({ heading, standard, amendment }) => ({
  title: `${heading}, ${standard.title}`,
  about: amendment.reason,
  hidden: !standard.isPublic,
}))

export default function AmendmentPage() {
  const page = useLoaderData<typeof loader>()
  const { standard, amendment, may } = page
  const { t } = useWords()
  const home = `/standards/${standard.slug}`
  return (
    <div className="flow">
      <StandardHead standard={standard}>
        <Go to={`${home}/aenderungen`}>{t('standards:amendment.list')}</Go>
      </StandardHead>
      <h1>{page.heading}</h1>
      <Answered except="contribute" />
      {page.note === 'sent' && (
        <Alert state="done" role="status" title={t('standards:new.sent', { number: amendment.number })}>
          <p>{t('standards:new.sent-next')}</p>
        </Alert>
      )}
      <ChangedNote topics={page.topics} asOf={page.asOf} />
      <p className="byline">
        {amendment.author ?? t('standards:amendment.gone')}, <Time at={amendment.proposedAt} as="date" />
      </p>
      <p className="link-line">
        <AmendmentStatus state={amendment.state} />
        {isOpenAmendment(amendment.state) && (
          <RecommendationStatus recommendation={amendment.recommendation} />
        )}
      </p>
      {amendment.collides.length > 0 && (
        <Alert
          state="soon"
          title={t('standards:amendment.collides', {
            count: amendment.collides.length,
            numbers: amendment.collides
              .map((number) => t('standards:amendment.short', { number }))
              .join(', '),
          })}
        >
          <p>
            <Go to={`${home}/synopse`}>{t('standards:compare')}</Go>
          </p>
        </Alert>
      )}
      <AmendmentParts parts={amendment.parts} />
      <p className="no-print">
        <Go to={`${home}/synopse?vorschlag=${amendment.number}`}>{t('standards:synopsis.print')}</Go>
      </p>
      <section className="flow" aria-labelledby="grund">
        <h2 id="grund" className="small">
          {t('standards:amendment.reason')}
        </h2>
        <Html html={amendment.reasonHtml} />
      </section>
      {amendment.cosigners.length > 0 && (
        <p>{t('standards:amendment.cosigners', { names: amendment.cosigners.join(', ') })}</p>
      )}
      {amendment.recommendationReason !== null && (
        <section className="flow" aria-labelledby="empfehlung">
          <h2 id="empfehlung" className="small">
            {t('standards:amendment.recommendation.title')}
          </h2>
          <p dir="auto">{amendment.recommendationReason}</p>
          {amendment.authorAnswer !== null && (
            <p>{t(`standards:amendment.answer.${amendment.authorAnswer}`)}</p>
          )}
        </section>
      )}
      {amendment.decision !== null && (
        <section className="flow" aria-labelledby="ausgang">
          <h2 id="ausgang" className="small">
            {t('standards:amendment.decision')}
          </h2>
          <p>{amendment.decision}</p>
        </section>
      )}
      {page.place && (
        <p>
          {t(amendment.decision === null ? 'standards:agenda.place' : 'standards:agenda.place-then')}{' '}
          <Go to={`/runder-tisch/punkte/${page.place.publicNumber}`}>{page.place.title}</Go>,{' '}
          {page.place.meeting}, <Time at={page.place.startsAt} as="date" />
        </p>
      )}
      <AmendmentActs page={page} />
      {may.follow && (
        <FollowButton
          to={`${home}/aenderungen/${amendment.number}`}
          follows={page.follows}
          formKey={page.formKey}
        />
      )}
      {may.decide && (
        <p className="no-print">
          <Go to={`${home}/aenderungen/${amendment.number}/entscheiden`}>{t('standards:decide.link')}</Go>
        </p>
      )}
      <ItemLife life={page.life} />
      {may.settle && <SettleForm slug={standard.slug} amendment={amendment} formKey={page.formKey} />}
      {may.recommend && <RecommendForm slug={standard.slug} amendment={amendment} formKey={page.formKey} />}
      {page.talk && <Conversation talk={page.talk} />}
    </div>
  )
}
