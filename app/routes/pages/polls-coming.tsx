import type { LoaderFunctionArgs } from '@remix-run/node'
import { Coming } from '#app/components/coming.tsx'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'polls' }

export async function loader(args: LoaderFunctionArgs) {
  return { title: enter(args).t('components:menu.polls') }
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function PollsComing() {
  const { t } = useWords()
  return <Coming title={t('components:menu.polls')} voice="council" words={t('pages:coming.polls')} />
}
