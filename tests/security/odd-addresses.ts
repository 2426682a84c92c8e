// Every address of the house asked with what stands in no address of ours: in its places, its query, its headers and its
// body, by somebody who holds every office, so that each question comes through to the database.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import type { Actor } from '#app/domain/actor.ts'
import { system } from '#app/domain/actor.ts'
import { startSession } from '#app/domain/people/session.server.ts'
import { run } from '#app/domain/run.server.ts'
import { feeds, pages } from '#app/routes.ts'
import { slotPath } from '#server/ballots/slot.ts'
import { openHttp } from '#server/http.ts'
import { openMetrics } from '#server/metrics.ts'
import type { PlayedTown } from '#tests/demo/played.ts'
import { openPerson } from '#tests/platform.ts'
import { request, sideBySide, together } from '#tests/probe/http.ts'
import { isMissing, readReference } from '#tests/reference-data.ts'
import { builtPages } from '#tests/site.ts'

const file = 'security/bad-inputs.json'
interface Listed {
  readonly inputs: readonly { readonly target?: string; readonly value: unknown }[]
}
const listed = isMissing(file) ? [] : readReference<Listed>(file).inputs
const listedFor = (target: string) =>
  listed.filter((one) => one.target === target).map(({ value }) => String(value))

/** Tried in every place of every address; what the list beside the project has comes after. */
const always = ['\0', '9999999999', '-9999999999', '1.5', '1e309']
const params = [...always, 'a\0b', '%00', '0', 'NaN', '2026-02-30', ...listedFor('param')]
const queries = [
  '?seite=9999999999&antwort=9999999999',
  '?q=%00',
  '?q=%',
  '?index&index',
  ...listedFor('query'),
]
const bodies = {
  'application/json': ['null', '{', '{"__proto__":{"a":1}}', '{"a":"\\u0000"}', ...listedFor('json')],
  'application/x-www-form-urlencoded': ['', '=', '%ff%fe=1', 'a=%', 'intent=%00', ...listedFor('form')],
}
const ways = ['//evil.example', '/en//evil.example', '/en/\\evil.example', ...listedFor('param:redirectTo')]
const hosts = ['evil.example', '', ...listedFor('header:host')]
const forwarded = ['unknown', '1.2.3.4, evil.example', ...listedFor('header:x-forwarded-for')]

/** What the addresses of the house ask their query for; those that know more of these names read them all. */
const asked =
  'seite antwort fassung adresse zurueck q art suche meldung quittung gremium idee absatz zeilen sprache k von bis schritt ' +
  'jahr vergleich stand stadtteil ziel reihenfolge ansicht methode personen startzahl gleichstand blaetter tasten'

/** Gives back what was no answer of ours, each as a line. */
export async function askOddly(town: PlayedTown): Promise<{ requests: number; faults: readonly string[] }> {
  const faults: string[] = []
  const platform = {
    ...town.platform,
    log: (level: string, ...said: unknown[]) => {
      if (level === 'error') faults.push(JSON.stringify(said).slice(0, 400))
    },
  }
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const metrics = await openMetrics(platform, null)
  // Behind one proxy, so that what it forwards is read.
  server.on('request', openHttp(platform, { ...town.settings, trustProxy: 1 }, await builtPages(), metrics))
  const cookie = await cookieOf(town, await everybodyAtOnce(town))
  const origin = town.settings.baseUrl
  let requests = 0
  const ask = async (path: string, how: Parameters<typeof request>[2] = {}) => {
    requests += 1
    const reply = await request(port, path, { cookie, ...how })
    if (reply.status >= 500) faults.push(`${how.method ?? 'GET'} ${path}: ${reply.status}`)
    return reply
  }
  const real = await realPlaces(town)
  const addresses = [...pages, ...feeds].map(([address, module]) => ({
    id: `${feeds.some(([feed]) => feed === address) ? 'feed' : 'de'}/${address}`,
    address: address.startsWith('/') ? address : `/${address}`,
    module,
  }))
  /** Only what the page reads, not the page around it. */
  const dataOf = (path: string, id: string) =>
    id.startsWith('feed/') ? path : `${path === '/' ? '/_root' : path}.data?_routes=${encodeURIComponent(id)}`

  const odd = addresses.flatMap(({ id, address }) =>
    [...address.matchAll(/:\w+/g)].flatMap(([place]) =>
      params.map((value) => dataOf(filled(address.replace(place, encodeURIComponent(value)), real), id)),
    ),
  )
  await together(odd, sideBySide, async (path) => void (await ask(path)))

  let turn = 0
  const whole = addresses.map(({ address }) => filled(address, real))
  const questions = addresses.flatMap(({ address, id }) => {
    const some = ['\0', '9999999999', params[turn++ % params.length] ?? '']
    return some.map((value) => {
      const query = asked.split(' ').map((name) => `${name}=${encodeURIComponent(value)}`)
      const path = dataOf(filled(address, real), id)
      return `${path}${path.includes('?') ? '&' : '?'}${query.join('&')}`
    })
  })
  await together(questions, sideBySide, async (path) => void (await ask(path)))
  const lists = ['/ideen', '/suche', '/ideen/1', '/ideen/aehnlich.json']
  for (const path of lists) for (const query of queries) await ask(path + query)

  const sent = Object.entries(bodies).flatMap(([type, texts]) => texts.map((body) => ({ type, body })))
  // Where one signs out, nothing is read of a form.
  const doors = [
    ...whole.filter((path) => path !== '/abmelden'),
    `${slotPath}/${real.id}`,
    `${slotPath}/nobody`,
  ]
  const posts = [...doors, ...doors].map((path) => ({ path, ...(sent[turn++ % sent.length] ?? sent[0]) }))
  await together(posts, sideBySide, async ({ path, type = '', body = '' }) => {
    await ask(path, { method: 'POST', body, headers: { origin, 'content-type': type } })
  })

  for (const lang of ['', '/en'])
    for (const way of ways) {
      const { headers } = await ask(`${lang}/anmelden?zurueck=${encodeURIComponent(way)}`)
      const to = String(headers.location ?? '')
      if (to === '') faults.push('Whoever asks is not known, so not every question was asked.')
      else if (new URL(to, origin).origin !== origin) faults.push(`${JSON.stringify(way)} leads to ${to}`)
    }

  for (const line of [
    ...hosts.map((host) => `Host: ${host}`),
    ...forwarded.map((from) => `Host: x\r\nX-Forwarded-For: ${from}`),
  ])
    for (const path of ['/', '/ideen.atom', '/konto', '/en/anmelden']) {
      requests += 1
      const answer = await raw(port, `GET ${path} HTTP/1.1\r\n${line}\r\nConnection: close\r\n\r\n`)
      if (!/^HTTP\/1\.1 [234]/.test(answer)) faults.push(`${line} at ${path}: ${answer.slice(0, 60)}`)
      if (answer.includes('evil.example')) faults.push(`${line} at ${path} is said again`)
    }

  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await metrics.close()
  return { requests, faults }
}

/** Nobody in town is all this; here it opens every door. */
async function everybodyAtOnce({ platform, today }: PlayedTown): Promise<Actor> {
  const actor = await openPerson(platform, today, 'Alle Türen', {})
  const db = platform.database.write
  const by = { accountId: actor.accountId ?? '', fromAt: today, untilAt: null }
  for (const [role, scope] of [
    ['operator', 'town'],
    ['moderator', 'town'],
    ['moderator', 'council'],
    ['staff', 'town'],
    ['responsible', 'kulturbuero'],
  ] as const)
    await db
      .insertInto('appointment')
      .values({ id: platform.newId(), role, scope, byId: null, ...by })
      .execute()
  for (const { id, kind } of await db.selectFrom('body').select(['id', 'kind']).execute())
    await db
      .insertInto('membership')
      .values({
        id: platform.newId(),
        bodyId: id,
        benchId: null,
        function: kind === 'council' ? 'speaker' : 'chair',
        ...by,
      })
      .execute()
  return actor
}

async function cookieOf({ platform }: PlayedTown, { accountId }: Actor): Promise<string> {
  const input = { accountId: accountId ?? '', device: 'Test', replaces: null }
  const outcome = await run(platform, system, startSession, input)
  if (!outcome.ok) throw new Error(`No session: ${outcome.refusal.reason}`)
  return `stimmtisch=${outcome.value.token}`
}

type Places = Readonly<Record<string, string>>

/** What stands there in an address that leads somewhere. */
async function realPlaces({ platform }: PlayedTown): Promise<Places> {
  const db = platform.database.read
  const standard = await db.selectFrom('standard').select('slug').limit(1).executeTakeFirstOrThrow()
  const { id } = await db.selectFrom('poll').select('id').limit(1).executeTakeFirstOrThrow()
  const group = await db
    .selectFrom('body')
    .select('slug')
    .where('kind', '=', 'working-group')
    .limit(1)
    .executeTakeFirstOrThrow()
  return {
    standard: standard.slug,
    body: group.slug,
    clause: '1.1',
    version: '1',
    section: '1',
    number: '1',
    item: '1',
    id,
  }
}

function filled(address: string, places: Places): string {
  return address.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(places[name] ?? 'x'))
}

/** Bytes as they stand: a client of Node lets no odd header out. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let answer = ''
    socket.on('data', (part) => {
      answer += part.toString('utf8')
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}
