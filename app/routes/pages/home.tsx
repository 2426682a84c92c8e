import type { LoaderFunctionArgs } from '@remix-run/node'
import { Go } from '#app/components/go.tsx'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { t } = enter(args)
  return { title: t('pages:home.title') }
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function Home() {
  const { t } = useWords()
  return <Go to="/ideen">{t('components:menu.ideas')}</Go>
}
