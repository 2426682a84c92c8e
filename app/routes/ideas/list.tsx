import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { Pager } from '#app/components/pager.tsx'
import { ideasPerPage, listIdeas } from '#app/domain/ideas/list.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'citizens', menu: 'ideas' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const page = door.page()
  const { ideas, total } = await listIdeas(door.ask, {
    goal: null,
    district: null,
    state: null,
    sort: 'bewegt',
    page,
  })
  return { title: door.t('ideas:title'), ideas, page, pages: Math.ceil(total / ideasPerPage) }
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function Ideas() {
  const { title, ideas, page, pages } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{t('ideas:lead')}</p>
      <ButtonLink to="/ideen/neu">{t('ideas:new')}</ButtonLink>
      {ideas.length === 0 && <Empty title={t('ideas:none')} />}
      <Entries>
        {ideas.map((idea) => (
          <Entry
            key={idea.number}
            numeral={idea.number}
            numeralName={t('ideas:number')}
            to={`/ideen/${idea.number}`}
            title={idea.title}
            level={2}
            side={t(`ideas:state.${idea.state}`)}
          />
        ))}
      </Entries>
      <Pager page={page} pages={pages} address={(number) => `/ideen?seite=${number}`} />
    </>
  )
}
