// The web server: headers, limits and files first, then the pages. Knows no rule of the town.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import express, { type NextFunction, type Request, type Response } from 'express'
import { guest } from '#app/domain/actor.ts'
import { findVisitor } from '#app/domain/people/session.server.ts'
import { readSite } from '#app/domain/people/site.server.ts'
import type { Visit } from '#app/http/context.ts'
import { sessionTokenIn } from '#app/http/session-cookie.ts'
import { isDatabaseAway } from '#db/errors.ts'
import { ballotSlot, slotPath } from './ballots/slot.ts'
import { openBranches } from './branches.ts'
import { builtFiles } from './built-files.ts'
import { tellTownFacts } from './demo/town-facts.ts'
import { openGuestPages, type WholePage } from './guest-pages.ts'
import { nonceAndHeaders, privacyOfAnswers, secondSigner } from './headers.ts'
import { ideaPictures } from './idea-pictures.ts'
import { inTurn } from './in-turn.ts'
import type { Metrics } from './metrics.ts'
import { ownOrigin } from './origin.ts'
import { peerBlock } from './peer.ts'
import type { RunningPlatform } from './platform.ts'
import { securityText } from './security-text.ts'
import type { Settings } from './settings.ts'
import { wholeAnswers } from './whole-answers.ts'

export interface Pages {
  readonly build: ServerBuild | (() => Promise<ServerBuild>)
  /** Vite's own middleware in development; null in production, where files come from build/client. */
  readonly vite: express.RequestHandler | null
}

const maxFormBytes = 1_000_000
const maxPictureBytes = 9_000_000

export function openHttp(
  platform: RunningPlatform,
  settings: Settings,
  pages: Pages,
  metrics: Metrics,
): RequestListener {
  const app = express()
  const guestPages = openGuestPages(platform)
  app.disable('x-powered-by')
  app.set('trust proxy', settings.trustProxy)
  app.set('query parser', 'simple')
  app.use(secondSigner(platform))
  app.use(nonceAndHeaders(settings))
  app.get('/healthz', (_request, response, next) => {
    health(platform).then((well) => response.json(well), next)
  })
  app.use(readableAddress)
  app.use(pages.vite ?? builtFiles())
  if (settings.demo) app.get('/demo/town.json', tellTownFacts(platform))
  app.get('/.well-known/security.txt', securityText(platform, settings))
  app.use('/bilder', ideaPictures(platform, settings))
  app.use(ownOrigin(platform))
  app.use(ourName(settings.baseUrl))
  app.use(sizeLimit)
  // Before anything that reads a session: a ballot signed blind comes from nobody.
  app.post(`${slotPath}/:pollId`, ...ballotSlot(platform))
  app.use((_request, response, enter) => {
    inTurn(() => {
      // Whoever left while waiting gets no page made.
      if (!response.destroyed) enter()
    })
  })
  app.use(privacyOfAnswers(settings))
  app.use(
    wholeAnswers((response, body) => (response.locals.whole as WholePage | undefined)?.(response, body)),
  )
  app.all(
    '*',
    answerPages(pages, {
      mode: settings.development ? 'development' : 'production',
      getLoadContext: (request, response) =>
        guestPages.watch(
          request,
          () => visitOf(platform, settings, request, response),
          (whole) => {
            response.locals.whole = whole
          },
        ),
    }),
  )
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    if (isMalformed(error)) {
      response
        .status(400)
        .type('text/plain; charset=utf-8')
        .send('Diese Adresse gibt es hier nicht. Bitte prüfen Sie, ob sie richtig geschrieben ist.')
      return
    }
    const number = randomBytes(4).toString('hex')
    platform.log('error', 'A request failed.', {
      number,
      error: error instanceof Error ? error.stack : String(error),
    })
    if (response.headersSent) return response.end()
    if (isDatabaseAway(error)) {
      response
        .status(503)
        .setHeader('Retry-After', '5')
        .type('text/plain; charset=utf-8')
        .send('Unser Speicher antwortet gerade nicht. Bitte versuchen Sie es gleich noch einmal.')
      return
    }
    response
      .status(500)
      .type('text/plain; charset=utf-8')
      .send(
        `Das hat nicht geklappt. Es liegt an uns, nicht an Ihnen. Fehler-Nummer: ${number}. Bitte versuchen Sie es gleich noch einmal.`,
      )
  })
  return (request: IncomingMessage, response: ServerResponse) =>
    metrics.measure(request, response, () =>
      guestPages.answer(request, response, () => app(request, response)),
    )
}

type Answering = Omit<Parameters<typeof createRequestHandler>[0], 'build'>

/** In development the house changes under way, so there it is asked as a whole. */
function answerPages({ build }: Pages, how: Answering): express.RequestHandler {
  const whole = createRequestHandler({ ...how, build: build as ServerBuild })
  if (typeof build === 'function') return whole
  const findBranch = openBranches(build)
  const handlers = new Map<ServerBuild, express.RequestHandler>()
  return (request, response, next) => {
    const branch = findBranch(request.path)
    if (branch === null) return whole(request, response, next)
    const handler = handlers.get(branch) ?? createRequestHandler({ ...how, build: branch })
    handlers.set(branch, handler)
    return handler(request, response, next)
  }
}

/** What a browser sent could not be read at all, such as an address with a broken %-sign: no fault of ours. */
function isMalformed(error: unknown): boolean {
  const status = (error as { status?: unknown } | null)?.status
  return typeof status === 'number' && status >= 400 && status < 500
}

export async function visitOf(
  platform: RunningPlatform,
  settings: Settings,
  request: Request,
  response: Response,
): Promise<Visit> {
  const nobody = knowsNobody(request.path)
  const token = nobody ? null : sessionTokenIn(request.headers.cookie, settings.baseUrl)
  const visitor = token === null ? null : await findVisitor(platform, token)
  return {
    platform,
    actor: visitor?.actor ?? guest,
    sessionId: visitor?.sessionId ?? null,
    nonce: response.locals.nonce,
    peer: nobody ? '' : peerBlock(request.ip ?? ''),
    site: await readSite(platform, settings.demo),
    trouble: { status: 500 },
    isDatabaseAway,
  }
}

/** The form for printed codes: whoever is signed in is not known there either, and no limit counts addresses. */
function knowsNobody(path: string): boolean {
  return /^(?:\/en)?\/abstimmungen\/\d{1,9}\/umschlag(?:\.data)?\/?$/.test(path)
}

/**
 * An address that cannot be decoded leads nowhere; the router would take it for a mistake of ours. No text holds the sign
 * of nothing, and a database may not even be asked about it. And no page of ours asks for its data in the way of old, so
 * nobody is answered in it; a form sent in it is told to come from elsewhere.
 */
function readableAddress(request: Request, response: Response, next: NextFunction): void {
  const inOldWay = '_data' in request.query && request.method !== 'POST'
  if (isReadable(request.path) && !inOldWay) next()
  else response.status(404).type('text/plain; charset=utf-8').send('Diese Adresse gibt es nicht.')
}

function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/**
 * There is one name people reach the town by. A proxy may have put its own into the request, and a stranger any;
 * the framework would compare it with the page a post came from, which has been checked by then.
 */
function ourName(baseUrl: string): express.RequestHandler {
  const { host } = new URL(baseUrl)
  return (request, _response, next) => {
    request.headers.host = host
    delete request.headers['x-forwarded-host']
    next()
  }
}

function sizeLimit(request: Request, response: Response, next: NextFunction): void {
  const limit = request.headers['content-type']?.startsWith('multipart/form-data')
    ? maxPictureBytes
    : maxFormBytes
  if (
    Number(request.headers['content-length'] ?? 0) <= limit &&
    !(request.headers['transfer-encoding'] && request.method !== 'GET')
  ) {
    next()
    return
  }
  response
    .status(413)
    .type('text/plain; charset=utf-8')
    .send('Das ist zu viel auf einmal. Bitte kürzen Sie den Text oder wählen Sie ein kleineres Bild.')
}

async function health(platform: RunningPlatform) {
  await platform.database.read.selectFrom('setting').select('name').limit(1).execute()
  return { status: 'ok', database: platform.database.facts }
}
