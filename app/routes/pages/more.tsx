import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageList } from '#app/components/page-list.tsx'
import { SearchForm } from '#app/components/search-form.tsx'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import type { PageHandle } from '#app/root.tsx'
import { helpGroup, informGroup, takePartGroup } from './page-groups.ts'

export const handle: PageHandle = { voice: 'citizens', menu: 'more' }

export async function loader(args: LoaderFunctionArgs) {
  const { t } = enter(args)
  return {
    title: t('pages:more.title'),
    lead: t('pages:more.lead'),
    groups: [takePartGroup(t), informGroup(t), helpGroup(t)],
  }
}

export const meta = titled<typeof loader>(({ title, lead }) => ({ title, about: lead }))

export default function More() {
  const { title, lead, groups } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <div className="above-list">
        <SearchForm />
      </div>
      <PageList groups={groups} />
    </>
  )
}
