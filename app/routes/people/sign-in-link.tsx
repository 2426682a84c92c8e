import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Answered } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { listDistrictsByName } from '#app/domain/goals/town.ts'
import { signInByLink } from '#app/domain/people/sign-in.server.ts'
import { wayBack } from '#app/domain/people/way-back.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { FirstQuestions } from './first-questions.tsx'
import { browserOf, outcomePage, type SignInAnswer } from './sign-in-steps.server.ts'

export const handle: PageHandle = { menu: 'account' }

/** Opening the link does nothing yet: programs that check mails open links too. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const back = wayBack(door.url.searchParams.get('zurueck'))
  return {
    title: door.t('people:link.title'),
    path: `/anmelden/link/${encodeURIComponent(door.params.token ?? '')}`,
    back,
    districts: listDistrictsByName(door.platform.town).map(({ slug, name }) => ({ slug, name })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const limited = await door.limit('code', 'network')
  if (limited) return limited
  const back = wayBack(String(door.posted.get('zurueck') ?? ''))
  const outcome = await door.runUnkept(signInByLink, {
    ...browserOf(door, args.request),
    link: door.params.token ?? '',
  })
  return outcomePage(door, 'mail', { requestId: '', mail: '', back }, outcome)
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function SignInLink() {
  const { title, path, back, districts } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useActionData<SignInAnswer>()
  if (answer?.step === 'open') {
    return (
      <div className="flow">
        <h1>{t('people:opening.title')}</h1>
        <FirstQuestions answer={answer} districts={districts} />
      </div>
    )
  }
  return (
    <div className="flow">
      <h1>{title}</h1>
      <Answered />
      {!answer && (
        <div className="flow">
          <p className="lead">{t('people:link.lead')}</p>
          <Form to={path} intent="link">
            {back && <input type="hidden" name="zurueck" value={back} />}
            <Button>{t('people:link.send')}</Button>
          </Form>
        </div>
      )}
      <p>
        <Go to="/anmelden">{t('people:link.other')}</Go>
      </p>
    </div>
  )
}
