import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered } from '#app/components/answered.tsx'
import { ButtonLink } from '#app/components/button.tsx'
import { ChangedNote } from '#app/components/changed-note.tsx'
import { Conversation } from '#app/components/conversations/conversation.tsx'
import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { ItemLife } from '#app/components/meetings/item-life.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Section } from '#app/components/section-head.tsx'
import { AmendmentInText } from '#app/components/standards/amendment-in-text.tsx'
import { ClauseHistory } from '#app/components/standards/clause-history.tsx'
import { FollowButton } from '#app/components/standards/follow-button.tsx'
import { StageStatus } from '#app/components/standards/stage-status.tsx'
import { WrittenTo } from '#app/components/standards/written-to.tsx'
import { lifelineOf } from '#app/domain/lifelines.server.ts'
import { dayIn } from '#app/domain/meetings/clear-days.ts'
import { newestEvent } from '#app/domain/query.server.ts'
import { listAmendmentsTo } from '#app/domain/standards/amendment-view.server.ts'
import { clauseNumber, plainIsOutdated, shownStage } from '#app/domain/standards/clause.ts'
import { followInStandard, followsInStandard } from '#app/domain/standards/follow.server.ts'
import { getReadableStandard, standardSubject } from '#app/domain/standards/standard.server.ts'
import { takesAmendments } from '#app/domain/standards/standard.ts'
import { findClause, listClauseVersions } from '#app/domain/standards/view.server.ts'
import { conversationAction, loadConversation } from '#app/http/conversation.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { lifeInWords } from '#app/i18n/life-words.server.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = {
  voice: 'council',
  menu: 'standards',
  live: ['conversations', 'moderation', 'standards'],
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const asOf = await newestEvent(door.ask)
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  const { clause, section } = await door.find(findClause(door.ask, standard, door.params.clause ?? ''))
  const number = clauseNumber(section.place, clause)
  const amendments = await listAmendmentsTo(door.ask, standard, clause.id)
  const joined =
    clause.joinedIntoId === null ? null : await door.find(findClause(door.ask, standard, clause.joinedIntoId))
  return {
    asOf,
    topic: `clause:${clause.id}`,
    heading:
      number === null ? door.t('standards:clause.former') : door.t('standards:clause.title', { number }),
    standard: { slug: standard.slug, title: standard.title, isPublic: standard.publishedAt !== null },
    section,
    number,
    address: number ?? clause.id,
    html: clause.html,
    stage: shownStage(clause, amendments.open),
    version: clause.version,
    plain: clause.plainHtml === null ? null : { html: clause.plainHtml, outdated: plainIsOutdated(clause) },
    struckAt: clause.struckAt,
    joinedInto: joined === null ? null : clauseNumber(joined.section.place, joined.clause),
    amendments,
    open: takesAmendments(standard, dayIn(door.ask.now, door.ask.town.timeZone)) && clause.struckAt === null,
    versions: await listClauseVersions(door.ask, clause.id),
    talk: await loadConversation(door, clause.conversationId),
    life: lifeInWords(door, await lifelineOf(door.ask, `clause:${clause.id}`), 'standards:way.clause'),
    mayFollow: door.may('standard.follow', standardSubject(standard)),
    follows: await followsInStandard(door.ask, 'clause', clause.id),
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  const { clause } = await door.find(findClause(door.ask, standard, door.params.clause ?? ''))
  if (door.intent === 'follow' || door.intent === 'unfollow') {
    const input = { kind: 'clause', id: clause.id, on: door.intent === 'follow' } as const
    return door.runAndGo(
      followInStandard,
      input,
      () => `/standards/${standard.slug}/absatz/${door.params.clause}`,
    )
  }
  return conversationAction(
    door,
    clause.conversationId,
    `/standards/${standard.slug}/absatz/${door.params.clause}`,
  )
}

export const meta = titled<typeof loader>(({ heading, standard }) => ({
  title: `${heading}, ${standard.title}`,
  hidden: !standard.isPublic,
}))

export default function ClausePage() {
  const page = useLoaderData<typeof loader>()
  const words = useWords()
  const { t } = words
  const home = `/standards/${page.standard.slug}`
  return (
    <div className="flow">
      <RunningHead
        voice="council"
        parts={[
          <Go key="standard" to={page.number === null ? home : `${home}#absatz-${page.number}`}>
            {page.standard.title}
          </Go>,
          `${page.section.place} ${page.section.title}`,
        ]}
      />
      <h1>{page.heading}</h1>
      <Answered except="contribute" />
      <ChangedNote topics={[page.topic]} asOf={page.asOf} />
      {page.struckAt !== null && (
        <Alert title={t('standards:clause.struck', { day: dateInWords(words, page.struckAt, townZone) })}>
          {page.joinedInto !== null && (
            <p>
              <Go to={`${home}/absatz/${page.joinedInto}`}>
                {t('standards:clause.joined', { number: page.joinedInto })}
              </Go>
            </p>
          )}
        </Alert>
      )}
      <Html html={page.html} className="text flow lead" />
      <p>
        <StageStatus stage={page.stage} />
      </p>
      {page.mayFollow && (
        <FollowButton to={`${home}/absatz/${page.address}`} follows={page.follows} formKey={page.formKey} />
      )}
      {page.plain && (
        <details>
          <summary>{t('standards:plain')}</summary>
          <Html html={page.plain.html} />
          {page.plain.outdated && <p className="quiet">{t('standards:plain-outdated')}</p>}
        </details>
      )}
      <Section id="aenderungen" title={t('standards:clause.amendments')}>
        {page.amendments.count === 0 && <p>{t('standards:clause.no-amendments')}</p>}
        {page.amendments.shown.map((amendment) => (
          <AmendmentInText key={amendment.id} slug={page.standard.slug} amendment={amendment} />
        ))}
        {page.amendments.count > page.amendments.shown.length && (
          <p>
            <Go to={`${home}/aenderungen`}>
              {t('standards:clause.more-amendments', {
                count: page.amendments.count - page.amendments.shown.length,
              })}
            </Go>
          </p>
        )}
        {page.amendments.count > 0 && page.number !== null && (
          <p className="no-print">
            <Go to={`${home}/synopse?absatz=${page.number}&alle=1`}>{t('standards:to-synopsis')}</Go>
          </p>
        )}
        {page.open && (
          <p>
            <ButtonLink kind="quiet" to={`${home}/aenderungen/neu?absatz=${page.address}`}>
              {t('standards:clause.propose')}
            </ButtonLink>
          </p>
        )}
      </Section>
      {page.talk && (
        <Conversation talk={page.talk} note={(one) => <WrittenTo at={one.at} versions={page.versions} />} />
      )}
      <ItemLife life={page.life} />
      <ClauseHistory slug={page.standard.slug} versions={page.versions} />
    </div>
  )
}
