// A form somebody may send, and what its answer to something odd must be: no fault, and a sentence where it refuses.
import type { Book } from './book.ts'
import { filled } from './forms.ts'
import { type Reply, request } from './http.ts'
import type { ShownForm } from './reading.ts'
import type { Post } from './room.ts'
import type { Town } from './town.ts'

export interface OddTarget extends ShownForm {
  readonly row: string
  readonly key: string
  readonly post: Post
}

export function judge(book: Book, { row, person }: OddTarget, reply: Reply, what: string): void {
  book.requests += 1
  if (reply.status >= 500) book.found('fault', row, person, `${what} is answered ${reply.status}`)
  else if (reply.status >= 400 && !saysSomething(reply))
    book.found('silent', row, person, `${what} is answered ${reply.status} without a sentence`)
}

/** A notice on the page of the form, a page that says nothing else, or a sentence by itself. */
function saysSomething({ headers, body }: Reply): boolean {
  if (!/html/.test(String(headers['content-type']))) return /\p{L}[^<>]{10,}[.!?]/u.test(body)
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(body)?.[1] ?? ''
  const notices = main.match(/<\w+[^>]*\s(?:role="alert"|class="error"|data-state="error")[^>]*>/g) ?? []
  if (notices.some((tag) => !/\shidden\b/.test(tag))) return true
  return /<h1/.test(main) && !/<form\b[^>]*method="post"/.test(main)
}

export function send(
  town: Town,
  { form, page, key, person, post }: OddTarget,
  typed: Readonly<Record<string, string | readonly string[]>>,
): Promise<Reply> {
  return request(town.port, form.action || page, {
    method: 'POST',
    cookie: town.cookieOf(person.handle),
    body: filled(form, key, { ...post.fields, ...typed }),
    headers: { origin: town.origin },
  })
}
