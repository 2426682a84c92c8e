// A form somebody may send, and what its answer to something odd must be: no fault, and a sentence where it refuses.
import type { Book } from './book.ts'
import type { Reply } from './http.ts'
import type { ShownForm } from './reading.ts'
import type { Post } from './room.ts'

export interface OddTarget extends ShownForm {
  readonly row: string
  readonly key: string
  readonly post: Post
}

export function judge(book: Book, { row, person }: OddTarget, reply: Reply, what: string): void {
  book.requests += 1
  if (reply.status >= 500) book.found('fault', row, person, `${what} is answered ${reply.status}`)
  else if (reply.status >= 400 && !saysSomething(reply.body))
    book.found('silent', row, person, `${what} is answered ${reply.status} without a sentence`)
}

/** A page with a notice, or a sentence by itself. */
function saysSomething(text: string): boolean {
  const plain = text.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ')
  return /role="alert"|<h1/.test(text) || /\p{L}[^<>]{10,}[.!?]/u.test(plain)
}
