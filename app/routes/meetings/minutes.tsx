import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Corrections } from '#app/components/meetings/corrections.tsx'
import { MinutesBody } from '#app/components/meetings/minutes-body.tsx'
import { PublishMinutes } from '#app/components/meetings/publish-minutes.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Time } from '#app/components/time.tsx'
import {
  decideCorrection,
  listCorrections,
  proposeCorrection,
} from '#app/domain/meetings/corrections.server.ts'
import { type BodyMeeting, getMeetingByNumber, meetingSubject } from '#app/domain/meetings/meeting.server.ts'
import {
  approveMinutes,
  checkMinutes,
  findMinutes,
  signMinutes,
} from '#app/domain/meetings/minutes.server.ts'
import { publicPart } from '#app/domain/meetings/minutes.ts'
import { publishMinutes, scan } from '#app/domain/meetings/publish.server.ts'
import { enter, enterWithForm, type FormDoor } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { peopleIn } from './minutes-people.server.ts'
import { readMinutes, writtenDraft } from './minutes-view.server.ts'

export const handle: PageHandle = { voice: 'table', menu: 'table', live: ['bodies', 'meetings'] }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const meeting = await door.find(getMeetingByNumber(door.ask, Number(door.params.number)))
  const subject = meetingSubject(meeting)
  const inside = door.may('meeting.read-inside', subject)
  const wanted = inside && !door.url.searchParams.has('oeffentlich') ? 'inside' : 'public'
  const minutes = await readMinutes(door, meeting, wanted)
  const kept = await findMinutes(door.ask, meeting)
  const maySign = door.may('minutes.sign', subject)
  const { show } = await peopleIn(door, kept?.text.people ?? {})
  const found =
    kept !== null && kept.state === 'signed' && maySign
      ? await scan({ tx: door.ask.db as never }, publicPart(kept.text))
      : []
  return {
    title: door.t('meetings:minutes.of', { title: meeting.title }),
    meeting: { number: meeting.number, title: meeting.title, place: meeting.place, body: meeting.bodyName },
    ended: meeting.state === 'ended',
    now: door.ask.now,
    formKey: door.formKey(),
    minutes,
    inside,
    corrections: (await listCorrections(door.ask, meeting)).map((one) => ({
      ...one,
      before: show(one.before),
      proposed: show(one.proposed),
    })),
    scanned: found.map(({ key, found: words }) => ({
      key,
      words,
      text: show(kept?.text.sentences.find((one) => one.key === key)?.text ?? ''),
    })),
    runs: await runningSibling(door, meeting.bodyId, meeting.id),
    may: {
      write: door.may('minutes.write', subject),
      correct: door.may('minutes.correct', subject),
      sign: maySign,
      lead: door.may('meeting.lead', subject),
    },
  }
}

/** Another meeting of the body that runs now: there these minutes can be approved. */
async function runningSibling(door: ReturnType<typeof enter>, bodyId: string, notId: string) {
  const row = await door.ask.db
    .selectFrom('meeting')
    .select(['id', 'title'])
    .where('bodyId', '=', bodyId)
    .where('state', 'in', ['running', 'paused'])
    .where('id', '!=', notId)
    .executeTakeFirst()
  return row ?? null
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const meeting = await door.find(getMeetingByNumber(door.ask, Number(door.params.number)))
  const here = () => `/runder-tisch/sitzungen/${meeting.number}/niederschrift`
  const said = (name: string) => String(door.posted.get(name) ?? '')
  const meetingId = meeting.id
  switch (door.intent) {
    case 'check':
      return door.runAndGo(checkMinutes, { meetingId, text: await writtenDraft(door, meeting) }, here)
    case 'correct': {
      const form = await door.read({
        sentence: { type: 'text', min: 1, max: 200 },
        proposed: { type: 'text', min: 3, max: 1000, lines: 'many' },
      })
      if (!form.ok) return door.invalid(form.problems)
      const { sentence, proposed } = form.values
      const typed = (await peopleTyped(door, meeting)).keep(proposed)
      return door.runAndGo(proposeCorrection, { meetingId, sentence, proposed: typed }, here)
    }
    case 'decide': {
      const decision = said('decision') === 'taken' ? 'taken' : 'not-taken'
      const reply = said('reply').slice(0, 400)
      return door.runAndGo(decideCorrection, { correctionId: said('correction'), decision, reply }, here)
    }
    case 'sign':
      return door.runAndGo(signMinutes, { meetingId }, here)
    case 'publish': {
      const { keep } = await peopleTyped(door, meeting)
      const replaced = Object.fromEntries(
        [...door.posted.entries()].flatMap(([name, value]) =>
          name.startsWith('text:') && typeof value === 'string'
            ? [[name.slice(5), keep(value.slice(0, 2000))]]
            : [],
        ),
      )
      const mayStand = said('mayStand') === '' ? 'no' : 'yes'
      return door.runAndGo(publishMinutes, { meetingId, replaced, mayStand }, here)
    }
    case 'approve':
      return door.runAndGo(approveMinutes, { meetingId, byMeetingId: said('by') }, here)
    default:
      throw door.refuse('not_found')
  }
}

/** Names that somebody typed into these minutes, to be kept as ids. */
async function peopleTyped(door: FormDoor, meeting: BodyMeeting) {
  const minutes = await findMinutes(door.ask, meeting)
  return peopleIn(door, minutes?.text.people ?? {})
}

export const meta = titled<typeof loader>(({ title, minutes }) => ({
  title,
  hidden: minutes?.publishedAt == null,
}))

export type MinutesPage = ReturnType<typeof useLoaderData<typeof loader>>

export default function MinutesPageView() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  const { minutes, meeting, may, formKey } = page
  const to = `/runder-tisch/sitzungen/${meeting.number}/niederschrift`
  return (
    <div className="flow minutes-page">
      <RunningHead
        voice="table"
        parts={[
          <Go key="meeting" to={`/runder-tisch/sitzungen/${meeting.number}`}>
            {meeting.title}
          </Go>,
          t(`meetings:minutes.state.${minutes?.state ?? 'draft'}`),
        ]}
      />
      <h1>{page.title}</h1>
      <Answered />
      {minutes === null ? (
        <p className="lead">{t('meetings:minutes.not-yet')}</p>
      ) : (
        <>
          {page.inside && (
            <p className="no-print">
              {t(`meetings:minutes.version.${minutes.version}`)}{' '}
              <Go to={minutes.version === 'inside' ? `${to}?oeffentlich` : to}>
                {t(`meetings:minutes.other.${minutes.version}`)}
              </Go>
            </p>
          )}
          <p className="lead">
            {meeting.body}, {meeting.place}
          </p>
          {minutes.state === 'checked' && minutes.correctUntil && page.inside && (
            <Alert title={t('meetings:minutes.correcting')}>
              <p>
                {t('meetings:minutes.correct-until')} <Time at={minutes.correctUntil} />
              </p>
            </Alert>
          )}
          <MinutesBody page={page} minutes={minutes} to={to} />
          <p className="no-print">
            <a href={`${to}.docx`}>{t('meetings:minutes.docx')}</a>
          </p>
          <PrintButton>{t('meetings:minutes.print')}</PrintButton>
          <Corrections page={page} to={to} />
          {minutes.state === 'draft' && page.ended && may.write && (
            <Form to={to} intent="check" idempotencyKey={`${formKey}-check`}>
              <Button>{t('meetings:minutes.check')}</Button>
              <p className="hint">{t('meetings:minutes.check-hint')}</p>
            </Form>
          )}
          {minutes.state === 'checked' && may.sign && (
            <Form to={to} intent="sign" idempotencyKey={`${formKey}-sign`}>
              <Button>{t('meetings:minutes.sign')}</Button>
              <p className="hint">{t('meetings:minutes.sign-hint')}</p>
            </Form>
          )}
          {minutes.state === 'signed' && may.sign && <PublishMinutes page={page} to={to} />}
          {page.runs && may.lead && minutes.approvedIn === null && minutes.hash !== null && (
            <Form to={to} intent="approve" idempotencyKey={`${formKey}-approve`}>
              <input type="hidden" name="by" value={page.runs.id} />
              <Button kind="quiet">{t('meetings:minutes.approve', { title: page.runs.title })}</Button>
            </Form>
          )}
        </>
      )}
    </div>
  )
}
