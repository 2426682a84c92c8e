import type { LoaderFunctionArgs } from '@remix-run/node'
import { Coming } from '#app/components/coming.tsx'
import { Go } from '#app/components/go.tsx'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'standards' }

export async function loader(args: LoaderFunctionArgs) {
  return { title: enter(args).t('components:menu.standards') }
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function StandardsComing() {
  const { t } = useWords()
  return (
    <Coming title={t('components:menu.standards')} voice="council" words={t('pages:coming.standards')}>
      <p>{t('pages:home.standards.coming')}</p>
      <p>
        <Go className="text-button" to="/ziele/2-7">
          {t('pages:home.standards.goal')}
        </Go>
      </p>
    </Coming>
  )
}
