// Writes come from our own pages only. Stands before the framework, whose own check passes resource routes and more.
import type { RequestHandler } from 'express'
import type { Platform } from '#app/domain/platform.ts'
import { bareAddress } from '#app/i18n/address.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

export function ownOrigin(platform: Pick<Platform, 'baseUrl' | 'log'>): RequestHandler {
  const own = new URL(platform.baseUrl).origin
  return (request, response, next) => {
    if (reading.has(request.method)) return next()
    // One-click unsubscribing (RFC 8058) is sent by mail programs; its signed link can only unsubscribe.
    if (bareAddress(request.path) === '/abbestellen') return next()
    const origin = request.headers.origin
    const site = request.headers['sec-fetch-site']
    const fromUs =
      origin === undefined
        ? site === 'same-origin'
        : origin === own && (site === undefined || site === 'same-origin')
    if (fromUs && !('_data' in request.query)) return next()
    platform.log('info', 'A form came from elsewhere.', { origin: (origin ?? site ?? '').slice(0, 100) })
    response
      .status(403)
      .type('text/plain; charset=utf-8')
      .send(
        'Diese Eingabe kam nicht von einer Seite dieser Plattform. Bitte öffnen Sie die Seite neu und senden Sie noch einmal.',
      )
  }
}
