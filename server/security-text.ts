// /.well-known/security.txt (RFC 9116): whom to tell of a hole. The address is the imprint's, the day it runs out is reckoned.
import type { RequestHandler } from 'express'
import { readSite } from '#app/domain/people/site.server.ts'
import type { RunningPlatform } from './platform.ts'
import type { Settings } from './settings.ts'

/** The standard asks for less than a year. */
const validDays = 180

export function securityText(platform: RunningPlatform, settings: Settings): RequestHandler {
  return (_request, response, next) => {
    readSite(platform, settings.demo).then(({ imprint }) => {
      // Before the town is set up there is nobody to write to.
      if (imprint === null) return next()
      const until = new Date(Date.parse(platform.now()) + validDays * 86_400_000).toISOString().slice(0, 10)
      response
        .type('text/plain; charset=utf-8')
        .send(
          [
            `Contact: mailto:${imprint.mail}`,
            `Expires: ${until}T00:00:00Z`,
            'Preferred-Languages: de, en',
            `Canonical: ${settings.baseUrl}/.well-known/security.txt`,
            `Policy: ${settings.baseUrl}/impressum`,
            '',
          ].join('\n'),
        )
    }, next)
  }
}
