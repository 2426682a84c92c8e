import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { FactList } from '#app/components/fact-list.tsx'
import { Go } from '#app/components/go.tsx'
import { Time } from '#app/components/time.tsx'
import { getReportCase } from '#app/domain/moderation/case.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { CheckAnswered } from './check-form.tsx'
import { Lines } from './grounds.tsx'
import { decideReportCase } from './report-case.server.ts'
import { ReportDecisions } from './report-decisions.tsx'
import { reportRuleWords } from './report-words.ts'
import { ThingView } from './thing-view.tsx'

export const handle: PageHandle = { voice: 'none' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { report, reporter, thing } = await door.find(getReportCase(door.ask, Number(door.params.number)))
  const { number, address, rule, reason, video, at, dueAt, decision, measureId, appealOfId, version } = report
  const barrier = rule === 'barrier'
  return {
    heading: door.t(barrier ? 'moderation:report-case.barrier-title' : 'moderation:report-case.title', {
      number,
    }),
    report: { number, address, rule, reason, video, at, dueAt, version },
    reporter,
    open: decision === null && measureId === null,
    again: appealOfId !== null,
    thing: thing && {
      kind: thing.kind,
      title: thing.title,
      address: thing.address,
      html: thing.html,
      language: thing.language,
      authorName: thing.authorName,
      state: thing.state,
    },
    thingVersion: thing?.version ?? 1,
    mayHide:
      thing !== null && (thing.kind === 'idea' || thing.kind === 'contribution') && thing.state !== 'gone',
    mayPause: Boolean(thing?.authorId) && !barrier,
    now: door.ask.now,
    keys: { keep: door.formKey(), hide: door.formKey(), pause: door.formKey() },
  }
}

export const action = (args: ActionFunctionArgs) => decideReportCase(args)

export const meta = titled<typeof loader>(({ heading }) => ({ title: heading, hidden: true }))

export default function ReportCase() {
  const { heading, report, reporter, open, again, thing, now, ...decisions } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <p>
        <Go to="/moderation">{t('moderation:case.back')}</Go>
      </p>
      <h1>{heading}</h1>
      <CheckAnswered />
      {again && <Alert state="soon" title={t('moderation:report-case.again')} />}
      <FactList
        facts={[
          { question: t('moderation:report-case.rule'), answer: reportRuleWords(t, report.rule) },
          { question: t('moderation:report-case.reason'), answer: <Lines text={report.reason} /> },
          {
            question: t('moderation:report-case.from'),
            answer: reporter ?? t('moderation:report-case.anonymous'),
          },
          { question: t('moderation:case.address'), answer: <Lines text={report.address} /> },
          ...(report.video
            ? [{ question: t('moderation:report-case.video'), answer: <Lines text={report.video} /> }]
            : []),
          { question: t('moderation:case.at'), answer: <Time at={report.at} as="near" now={now} /> },
          { question: t('moderation:case.due'), answer: <Time at={report.dueAt} as="near" now={now} /> },
        ]}
      />
      {thing?.kind !== 'page' && <ThingView thing={thing} />}
      {open ? (
        <ReportDecisions report={report} {...decisions} />
      ) : (
        <Alert title={t('moderation:case.decided')} />
      )}
    </div>
  )
}
