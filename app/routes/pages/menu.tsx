import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageList } from '#app/components/page-list.tsx'
import { SearchForm } from '#app/components/search-form.tsx'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import type { PageHandle } from '#app/root.tsx'
import { helpGroup, informGroup, mainGroup, takePartGroup } from './page-groups.ts'

export const handle: PageHandle = { voice: 'citizens' }

export async function loader(args: LoaderFunctionArgs) {
  const { t, actor } = enter(args)
  const guest = actor.kind === 'guest'
  const takePart = takePartGroup(t)
  return {
    title: t('pages:more.menu'),
    lead: t('pages:more.menu-lead'),
    groups: [
      mainGroup(t),
      guest
        ? {
            ...takePart,
            pages: [
              ...takePart.pages.slice(0, 2),
              { to: '/anmelden', words: t('components:header.sign-in') },
            ],
          }
        : takePart,
      informGroup(t),
      helpGroup(t),
    ],
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function Menu() {
  const { title, lead, groups } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <PageList groups={groups} />
      <div className="section">
        <SearchForm />
      </div>
    </>
  )
}
