import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered } from '#app/components/answered.tsx'
import { Actions, Button, ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Pager } from '#app/components/pager.tsx'
import { listNews, markAllRead, type NewsItem, newsPerPage } from '#app/domain/notices/news.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { nearMoment, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { menu: 'account' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const page = door.page()
  const { news, total } = await listNews(door.ask, page)
  return {
    title: door.t('pages:for-you.title'),
    signedIn: door.actor.kind === 'account',
    news: news.map((item) => ({ ...item, when: nearMoment(door, item.at, townZone, door.ask.now) })),
    page,
    pages: Math.ceil(total / newsPerPage),
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  return door.runAndGo(markAllRead, null, () => '/fuer-sie')
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function ForYou() {
  const { title, signedIn, news, page, pages, formKey } = useLoaderData<typeof loader>()
  const { t } = useWords()
  if (!signedIn) {
    return (
      <>
        <h1>{title}</h1>
        <p className="lead">{t('pages:for-you.sign-in')}</p>
        <Actions>
          <ButtonLink to="/anmelden?zurueck=/fuer-sie">{t('components:header.sign-in')}</ButtonLink>
        </Actions>
      </>
    )
  }
  return (
    <div className="flow">
      <h1>{title}</h1>
      <p className="lead">{t('pages:for-you.lead')}</p>
      <Answered />
      {news.length === 0 ? <Empty title={t('pages:for-you.empty')} /> : <News news={news} />}
      <Pager page={page} pages={pages} address={(number) => `/fuer-sie?seite=${number}`} />
      {news.some((item) => item.isNew) && (
        <Form to="/fuer-sie" intent="mark-read" idempotencyKey={formKey}>
          <Button kind="quiet">{t('pages:for-you.mark-read')}</Button>
        </Form>
      )}
      <p>
        <Go to="/konto/post">{t('pages:for-you.settings')}</Go>
      </p>
    </div>
  )
}

function News({ news }: { readonly news: readonly (NewsItem & { readonly when: string })[] }) {
  const { t } = useWords()
  return (
    <Entries>
      {news.map((item) => (
        <Entry
          key={item.id}
          level={2}
          numeral={item.number ?? '·'}
          to={item.to ?? '/fuer-sie'}
          title={t(`notices:kind.${item.kind}`, { number: item.number ?? '' })}
          thought={item.title ?? (item.to === null ? t('notices:gone') : placeWord(item.to, t))}
          meta={[item.when]}
          side={item.isNew ? <span className="new-word">{t('pages:for-you.new')}</span> : null}
        />
      ))}
    </Entries>
  )
}

function placeWord(to: string, t: ReturnType<typeof useWords>['t']): string {
  return to === '/moderation' ? t('notices:queue') : t('notices:own-texts')
}
