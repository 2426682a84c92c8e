import { Writable } from 'node:stream'
import type { ActionFunctionArgs, AppLoadContext, EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { Drawing } from './components/remembered.tsx'
import { shapeOf } from './http/address-shape.ts'
import { drawIn } from './http/drawn-pieces.server.tsx'
import { languageOf } from './i18n/languages.ts'
import { wordsIn } from './i18n/words.server.ts'
import { WordsProvider } from './i18n/words.tsx'

/** The whole page at once: it is complete when it leaves, and it compresses as one piece. */
export default function answerDocument(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, trouble, platform }: AppLoadContext,
) {
  const words = wordsIn(languageOf(new URL(request.url).pathname))
  return new Promise<Response>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <WordsProvider words={words}>
        <Drawing.Provider value={drawIn(words)}>
          <RemixServer context={remix} url={request.url} nonce={nonce} />
        </Drawing.Provider>
      </WordsProvider>,
      {
        nonce,
        onAllReady() {
          headers.set('Content-Type', 'text/html; charset=utf-8')
          const answer = { headers, status: statusOf(remix, status, trouble) }
          pipe(gather((body) => resolve(new Response(body, answer))))
          clearTimeout(patience)
        },
        onShellError: reject,
        onError(error) {
          if (!request.signal.aborted)
            platform.log('error', 'A page could not be drawn.', { error: whole(error) })
        },
      },
    )
    const patience = setTimeout(abort, 10_000)
  })
}

/** A form that was taken gives the framework its status, even where the page after it could not be read. */
function statusOf(remix: EntryContext, status: number, trouble: AppLoadContext['trouble']): number {
  const [error] = Object.values(remix.staticHandlerContext.errors ?? {})
  if (error === undefined) return status
  return isRouteErrorResponse(error) ? error.status : trouble.status
}

/**
 * As one piece, since thousands cost the stream behind them dear. React 18 writes pages in pieces of 2048 bytes, and where
 * a letter of several bytes does not fit into the rest of one, it sends that rest as zeros. No text of ours holds a zero,
 * so all of them go.
 */
function gather(done: (body: Uint8Array<ArrayBuffer>) => void): Writable {
  const pieces: Buffer[] = []
  return new Writable({
    // Closing it would tell React that the reader went away, and it would make an error of that with each page.
    autoDestroy: false,
    write(piece, _encoding, next) {
      pieces.push(piece.includes(0) ? piece.filter((byte: number) => byte !== 0) : piece)
      next()
    },
    final(next) {
      done(Buffer.concat(pieces))
      next()
    },
  })
}

/**
 * A fault is logged with its number by the server around us. A reader who went away is none, and no more is a form sent to a
 * page that takes none: whoever likes could fill the log with it.
 */
export function handleError(
  error: unknown,
  { request, params, context }: Pick<ActionFunctionArgs, 'request' | 'params' | 'context'>,
) {
  if (context.isDatabaseAway(error)) context.trouble.status = 503
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  context.platform.log('error', 'A page failed.', {
    address: shapeOf(new URL(request.url), params),
    error: whole(error),
  })
}

function whole(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
