import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { ChangedNote } from '#app/components/changed-note.tsx'
import { Empty } from '#app/components/empty.tsx'
import { WithFacts } from '#app/components/fact-list.tsx'
import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Contents } from '#app/components/standards/contents.tsx'
import { FollowButton } from '#app/components/standards/follow-button.tsx'
import { ProgrammeLine } from '#app/components/standards/programme-line.tsx'
import { type SectionInText, StandardSection } from '#app/components/standards/standard-section.tsx'
import { StandardTools } from '#app/components/standards/standard-tools.tsx'
import { dayIn } from '#app/domain/meetings/clear-days.ts'
import { newestEvent } from '#app/domain/query.server.ts'
import { followInStandard, followsInStandard } from '#app/domain/standards/follow.server.ts'
import { readProgramme } from '#app/domain/standards/programme.server.ts'
import { getReadableStandard, standardSubject } from '#app/domain/standards/standard.server.ts'
import { consultationOn, isUnderReview, takesAmendments } from '#app/domain/standards/standard.ts'
import { numberedLines } from '#app/domain/standards/text/lines.ts'
import { type ReadSection, readSections } from '#app/domain/standards/view.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'standards', live: ['standards'] }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const asOf = await newestEvent(door.ask)
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  const today = dayIn(door.ask.now, door.ask.town.timeZone)
  const subject = standardSubject(standard)
  const sections = await readSections(door.ask, standard.id)
  const lines = door.url.searchParams.get('zeilen') === '1'
  const plain = door.url.searchParams.get('sprache') === 'einfach'
  return {
    asOf,
    topic: `standard:${standard.id}`,
    standard: {
      slug: standard.slug,
      title: standard.title,
      aboutHtml: standard.aboutHtml,
      isPublic: standard.publishedAt !== null,
      withdrawnReason: standard.withdrawnAt === null ? null : (standard.withdrawnReason ?? ''),
      consultUntil: standard.consultUntil,
      consultFrom: standard.consultFrom,
      consultation: consultationOn(standard, today),
      underReview: isUnderReview(standard, today),
      reviewOn: standard.reviewOn,
      open: takesAmendments(standard, today),
    },
    sections: (lines ? numbered(sections) : sections.map(unnumbered)).map((section) =>
      inOneWording(section, plain),
    ),
    programme: await readProgramme(door.ask, standard),
    plain,
    lines,
    follows: await followsInStandard(door.ask, 'standard', standard.id),
    formKey: door.formKey(),
    may: {
      follow: door.may('standard.follow', subject),
      draft: door.may('standard.draft', subject),
      clock: door.may('programme.steer', subject),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  if (door.intent !== 'follow' && door.intent !== 'unfollow') throw door.refuse('not_found')
  const input = { kind: 'standard', id: standard.id, on: door.intent === 'follow' } as const
  return door.runAndGo(followInStandard, input, () => `/standards/${standard.slug}`)
}

/** What the reading page shows of a clause: its text as HTML, or in lines with the number of the first one. */
function unnumbered({ clauses, ...section }: ReadSection): SectionInText {
  return { ...section, clauses: clauses.map(({ text: _, ...clause }) => ({ ...clause, lines: null })) }
}

/** Nobody reads a text in two wordings at once; a long one would weigh half as much again. */
function inOneWording(section: SectionInText, plain: boolean): SectionInText {
  const clauses = section.clauses.map((clause) => {
    if (clause.lines !== null) return { ...clause, html: '', plainHtml: null }
    return plain && clause.plainHtml !== null ? { ...clause, html: '' } : { ...clause, plainHtml: null }
  })
  return { ...section, clauses }
}

function numbered(sections: readonly ReadSection[]): readonly SectionInText[] {
  let next = 1
  return sections.map(({ clauses, ...section }) => ({
    ...section,
    clauses: clauses.map(({ text, ...clause }) => {
      const lines = { from: next, all: numberedLines(text) }
      next += lines.all.length
      return { ...clause, lines }
    }),
  }))
}

export const meta = titled<typeof loader>(({ standard }) => ({
  title: standard.title,
  hidden: !standard.isPublic,
}))

export default function StandardPage() {
  const page = useLoaderData<typeof loader>()
  const { standard, sections, programme, plain, lines, may, topic, asOf } = page
  const words = useWords()
  const { t } = words
  const dayOfConsultation = standard.consultation === 'planned' ? standard.consultFrom : standard.consultUntil
  const day = dayOfConsultation === null ? '' : dateInWords(words, dayOfConsultation, townZone)
  return (
    <WithFacts
      factsLabel={t('standards:contents')}
      head={
        <>
          <RunningHead
            voice="council"
            parts={[
              <Go key="all" to="/standards">
                {t('standards:title')}
              </Go>,
              ...(standard.isPublic ? [] : [t('standards:draft')]),
            ]}
          />
          <h1>{standard.title}</h1>
          <ChangedNote topics={[topic]} asOf={asOf} />
        </>
      }
      facts={<Contents sections={sections} />}
    >
      <div className="flow">
        <Html html={standard.aboutHtml} className="lead" />
        {programme && <ProgrammeLine programme={programme} stepsTo="/standards#schritte" />}
        {standard.withdrawnReason !== null && (
          <Alert title={t('standards:withdrawn-note', { reason: standard.withdrawnReason })} />
        )}
        {standard.underReview && <Alert state="soon" title={t('standards:review')} />}
        {standard.reviewOn !== null && !standard.underReview && (
          <p>{t('standards:review-on', { day: dateInWords(words, standard.reviewOn, townZone) })}</p>
        )}
        {standard.consultation !== 'none' && (
          <p>
            {standard.consultation === 'open' && standard.consultUntil === null
              ? t('standards:consultation.open-end')
              : t(`standards:consultation.${standard.consultation}`, { day })}
          </p>
        )}
        <StandardTools slug={standard.slug} plain={plain} lines={lines} may={may} />
        {may.follow && (
          <FollowButton to={`/standards/${standard.slug}`} follows={page.follows} formKey={page.formKey} />
        )}
      </div>
      {sections.length === 0 && <Empty voice="council" title={t('standards:empty')} />}
      {sections.map((section) => (
        <StandardSection
          key={section.id}
          slug={standard.slug}
          section={section}
          plain={plain}
          open={standard.open}
        />
      ))}
    </WithFacts>
  )
}
