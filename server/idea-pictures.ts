// The pictures of ideas: made anew by us, served as what they are, and to those who may read the idea.
import path from 'node:path'
import express from 'express'
import { guest } from '#app/domain/actor.ts'
import { maySeePicture } from '#app/domain/ideas/picture.server.ts'
import { findVisitor } from '#app/domain/people/session.server.ts'
import { sessionTokenIn } from '#app/http/session-cookie.ts'
import type { RunningPlatform } from './platform.ts'
import type { Settings } from './settings.ts'

/**
 * A picture never changes, but who may see it does: a browser may keep it and asks each time, and the answer is mostly
 * one line. What may not be seen goes on to the page for what is missing.
 */
export function ideaPictures(platform: RunningPlatform, settings: Settings): express.RequestHandler {
  const files = express.static(path.join(settings.dataDir, 'pictures'), { cacheControl: false, index: false })
  return (request, response, next) => {
    const [, pictureId] = /^\/([0-9a-f-]{36})(?:-small)?\.webp$/.exec(request.path) ?? []
    if (pictureId === undefined) return next()
    const actorOf = async () => {
      const token = sessionTokenIn(request.headers.cookie, settings.baseUrl)
      return (token === null ? null : await findVisitor(platform, token))?.actor ?? guest
    }
    maySeePicture({ db: platform.database.read }, pictureId, actorOf).then((maySee) => {
      if (!maySee) return next()
      response.setHeader('Cache-Control', 'private, no-cache')
      response.setHeader('Vary', 'Cookie')
      files(request, response, next)
    }, next)
  }
}
