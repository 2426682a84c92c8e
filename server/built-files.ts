// The files of the browser: compressed when they were built, sent as they lie there.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import compression from 'compression'
import express from 'express'

const folder = path.resolve('build/client')

/** Pages have no dot in their address: nobody looks on the disk for them. */
export function builtFiles(): express.RequestHandler {
  const files = express.Router()
  files.use(asCompressed())
  files.use(compression())
  const setHeaders = lightHeaders
  files.use(
    '/assets',
    express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '1y', setHeaders }),
  )
  files.use(express.static(folder, { maxAge: '1h', redirect: false, setHeaders }))
  return (request, response, next) => {
    if (request.path.includes('.')) files(request, response, next)
    else next()
  }
}

/** What protects a page means nothing for a script, a style or a font, and is longer than many of them. */
const forPagesOnly = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'Referrer-Policy',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
]

function lightHeaders(response: express.Response, file: string): void {
  if (!/\.(?:js|mjs|css|woff2)(?:\.br)?$/.test(file)) return
  for (const name of forPagesOnly) response.removeHeader(name)
}

function asCompressed(): express.RequestHandler {
  const kept = new Set(
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.br'))
          .map((name) => `/${name.split(path.sep).join('/')}`)
      : [],
  )
  return (request, response, next) => {
    const neighbour = `${request.path}.br`
    if (!kept.has(neighbour)) return next()
    response.vary('Accept-Encoding')
    if (!request.acceptsEncodings('br')) return next()
    response.type(path.extname(request.path))
    response.setHeader('Content-Encoding', 'br')
    request.url = neighbour
    next()
  }
}
