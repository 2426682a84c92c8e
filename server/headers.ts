// What every answer tells the browser: where scripts and styles may come from, whom it may talk to, and who may keep it.
import type express from 'express'
import type { Response } from 'express'
import helmet from 'helmet'
import { addressOfSecondSigner } from '#app/domain/polls/ballots/second-signer.server.ts'
import { sessionTokenIn } from '#app/http/session-cookie.ts'
import { newNonce } from './guest-pages.ts'
import type { RunningPlatform } from './platform.ts'
import type { Settings } from './settings.ts'

/** The ballot page of a vote with two signers may ask the second one's machine, and no other page may. */
export function secondSigner(platform: RunningPlatform): express.RequestHandler {
  return (request, response, next) => {
    const [, number] = /^(?:\/en)?\/abstimmungen\/(\d{1,9})\/stimmausweis\/?$/.exec(request.path) ?? []
    if (number === undefined) return next()
    addressOfSecondSigner(platform.database.read, Number(number)).then((address) => {
      if (address !== null) response.locals.signer = address
      next()
    }, next)
  }
}

export function nonceAndHeaders(settings: Settings): express.RequestHandler {
  const https = settings.baseUrl.startsWith('https:')
  const socket = settings.baseUrl.replace(/^http/, 'ws')
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${(response as Response).locals.nonce}'`],
        // The workshop's editor writes its own few lines of style, under the page's nonce.
        styleSrc: settings.development
          ? ["'self'", "'unsafe-inline'"]
          : ["'self'", (_request, response) => `'nonce-${(response as Response).locals.nonce}'`],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", (_request, response) => joined(socket, (response as Response).locals.signer)],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Without a referrer browsers send `Origin: null` with plain form posts.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  })
  return (request, response, next) => {
    response.locals.nonce = newNonce()
    protect(request, response, next)
  }
}

function joined(...sources: readonly (string | undefined)[]): string {
  return sources.filter(Boolean).join(' ')
}

/** Whatever an account sees is for nobody else's cache. */
export function privacyOfAnswers(settings: Settings): express.RequestHandler {
  return (request, response, next) => {
    response.setHeader('Vary', 'Cookie')
    const signedIn = sessionTokenIn(request.headers.cookie, settings.baseUrl) !== null
    response.setHeader('Cache-Control', signedIn ? 'private, no-store' : 'no-cache')
    next()
  }
}
