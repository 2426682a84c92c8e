// Answers leave whole: what the pages write in many small pieces is gathered, compressed once, and sent with its length.

import { gzip } from 'node:zlib'
import type { RequestHandler, Response } from 'express'

/** The level of most effect for its time: a page of 100 kB takes a millisecond less than at the usual level 6. */
const level = 2
const smallest = 1024

/** `whole` is told each body before it leaves. */
export function wholeAnswers(whole: (response: Response, body: Buffer) => void): RequestHandler {
  return (request, response, next) => {
    const chunks: Buffer[] = []
    const gather = (chunk: unknown, encoding?: unknown) => {
      if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, encoding as BufferEncoding))
      else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
    }
    const end = response.end.bind(response)
    response.write = ((chunk: unknown, encoding?: unknown, told?: unknown) => {
      gather(chunk, typeof encoding === 'string' ? encoding : undefined)
      const done = typeof encoding === 'function' ? encoding : told
      if (typeof done === 'function') process.nextTick(done as () => void)
      return true
    }) as Response['write']
    response.end = ((chunk?: unknown, encoding?: unknown) => {
      if (typeof chunk !== 'function') gather(chunk, typeof encoding === 'string' ? encoding : undefined)
      const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
      if (response.headersSent || body.length === 0) return end()
      const text = /^(?:text\/|application\/(?:json|xml|atom\+xml))/.test(
        String(response.getHeader('content-type')),
      )
      if (text) response.vary('Accept-Encoding')
      whole(response, body)
      if (!text || body.length < smallest || request.acceptsEncodings('gzip') !== 'gzip') return endWith(body)
      gzip(body, { level }, (error, zipped) => {
        if (error === null) response.setHeader('Content-Encoding', 'gzip')
        endWith(error === null ? zipped : body)
      })
      return response
    }) as Response['end']
    const endWith = (body: Buffer) => {
      if (!response.headersSent) response.setHeader('Content-Length', body.length)
      return end(request.method === 'HEAD' ? undefined : body)
    }
    next()
  }
}
