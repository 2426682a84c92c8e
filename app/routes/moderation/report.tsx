import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered } from '#app/components/answered.tsx'
import { Go } from '#app/components/go.tsx'
import { barrierForm, reportForm } from '#app/domain/moderation/moderation.form.ts'
import { fileReport } from '#app/domain/moderation/report.server.ts'
import { enter, enterWithForm, type FormDoor } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { checkGuard, sealShown } from './guarded-form.server.ts'
import { ReportFields } from './report-fields.tsx'

export const handle: PageHandle = { voice: 'none' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const barrier = door.url.searchParams.get('art') === 'barriere'
  const receipt = Number(door.url.searchParams.get('quittung'))
  return {
    title: door.t(barrier ? 'moderation:report.barrier-title' : 'moderation:report.title'),
    barrier,
    address: (door.url.searchParams.get('adresse') ?? '').slice(0, 500),
    known: door.actor.kind === 'account',
    receipt: Number.isSafeInteger(receipt) && receipt > 0 ? receipt : null,
    hours: door.platform.town.rules.reportAnswerHours,
    state: sealShown(door),
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const suspicion = checkGuard(door)
  if (suspicion) return door.refused(suspicion)
  return door.intent === 'barrier' ? reportBarrier(door) : reportContent(door)
}

async function reportContent(door: FormDoor) {
  const form = await door.read(reportForm)
  const problems = form.ok ? {} : form.problems
  const contact = contactProblems(door)
  if (!form.ok || Object.keys(contact).length > 0) return door.invalid({ ...contact, ...problems })
  const limited = await door.limit('report')
  if (limited) return limited
  const { name, ...values } = form.values
  return door.runAndGo(
    fileReport,
    { ...values, name: name || null, video: null, language: door.lang },
    ({ number }) => `/melden?quittung=${number}`,
  )
}

async function reportBarrier(door: FormDoor) {
  const form = await door.read(barrierForm)
  if (!form.ok) return door.invalid(form.problems)
  const limited = await door.limit('report')
  if (limited) return limited
  const { address, name, video, ...values } = form.values
  return door.runAndGo(
    fileReport,
    {
      ...values,
      address: address || '/',
      name: name || null,
      video: video || null,
      rule: 'barrier',
      goodFaith: true,
      language: door.lang,
    },
    ({ number }) => `/melden?art=barriere&quittung=${number}`,
  )
}

/** Name and mail can be left out by accounts, and where a child is in danger. */
function contactProblems({ posted, actor }: FormDoor): Record<string, { error: 'missing' }> {
  if (actor.kind === 'account' || posted.get('rule') === 'child') return {}
  const lacking = ['name', 'mail'].filter((name) => String(posted.get(name) ?? '').trim() === '')
  return Object.fromEntries(lacking.map((name) => [name, { error: 'missing' as const }]))
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function ReportPage() {
  const { title, barrier, receipt, hours, ...form } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <h1>{title}</h1>
      {receipt !== null && (
        <Alert state="done" role="status" title={t('moderation:report.received.title', { number: receipt })}>
          <p>{t('moderation:report.received.next', { count: hours })}</p>
          <p>{t('moderation:report.received.keep')}</p>
        </Alert>
      )}
      <Answered />
      <p className="lead">{t(barrier ? 'moderation:report.barrier-lead' : 'moderation:report.lead')}</p>
      {!barrier && <p>{t('moderation:report.danger')}</p>}
      <ReportFields barrier={barrier} {...form} />
      <p>
        <Go to={barrier ? '/melden' : '/melden?art=barriere'}>
          {t(barrier ? 'moderation:report.to-content' : 'moderation:report.to-barrier')}
        </Go>
      </p>
    </div>
  )
}
