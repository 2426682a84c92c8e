import { addressWith } from '#app/components/conversations/address.ts'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { addressByTime } from '#app/domain/conversations/conversation.ts'
import type { LoadedConversation } from '#app/http/conversation.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Ways through a long talk: to what is new, to everything at once. */
export function Tools({ talk }: { readonly talk: LoadedConversation }) {
  const { t } = useWords()
  const all = talk.page === null
  return (
    <div className="actions">
      {talk.firstUnread !== null && (
        <Go className="text-button" to={addressByTime(talk.address, talk.firstUnread)}>
          {t('conversations:tools.first-unread')}
        </Go>
      )}
      {talk.signedIn && (
        <Form to={talk.here} intent="mark-read" idempotencyKey={`${talk.formKey}-read`}>
          <input type="hidden" name="upTo" value={talk.count} />
          <button className="text-button" type="submit">
            {t('conversations:tools.all-read')}
          </button>
        </Form>
      )}
      {(talk.pages > 1 || all) && (
        <Go
          className="text-button"
          to={`${addressWith(talk.here, { alles: all ? null : '1', seite: null, antwort: null })}#gespraech`}
        >
          {t(all ? 'conversations:tools.paged' : 'conversations:tools.all')}
        </Go>
      )}
      {talk.may.close && (
        <Form
          to={talk.here}
          intent={talk.state === 'open' ? 'close-conversation' : 'reopen-conversation'}
          idempotencyKey={`${talk.formKey}-state`}
        >
          <button className="text-button" type="submit">
            {t(talk.state === 'open' ? 'conversations:composer.close' : 'conversations:composer.reopen')}
          </button>
        </Form>
      )}
    </div>
  )
}
