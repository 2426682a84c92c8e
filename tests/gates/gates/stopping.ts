// A graceful stop: everything in flight is answered, open pages are told to come back, and the process ends by itself.
import { io } from 'socket.io-client'
import { figure, type Gate } from '../gate.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'
import { newMark } from '../writes/marks.ts'

export interface StopSize extends BusySize {
  readonly inFlight: number
  readonly times: number
  readonly withinMs: number
}

export const gracefulStop: Gate<StopSize> = {
  name: 'stop',
  holds:
    'asked to stop with 40 forms in flight: each is answered, open pages are told, exit code 0 within 10 s',
  full: {
    inFlight: 40,
    times: 5,
    withinMs: 10_000,
    delayP99Ms: null,
    people: 60,
    ideas: 20,
    contributions: 60,
  },
  run: (size) =>
    withBusyTown(size, {}, async ({ place, busy, ledger, kinds, findings, restart, ...running }) => {
      let town = running.town
      let answered = 0
      let slowest = 0
      for (let time = 0; time < size.times; time++) {
        if (time > 0) town = await restart()
        const page = io(place.baseUrl, {
          path: '/live',
          transports: ['websocket'],
          reconnection: false,
          extraHeaders: { Origin: place.baseUrl },
        })
        await new Promise((resolve, reject) =>
          page.once('connect', () => resolve(null)).once('connect_error', reject),
        )
        let told = false
        page.on('come-back', () => {
          told = true
        })
        // Each of these kinds is one single request, so that what is in flight is in flight as a whole.
        const single = kinds.filter(({ name }) =>
          ['contribution', 'reply', 'support', 'reaction', 'report'].includes(name),
        )
        // Their connections stand already, and the first answer says that the forms have arrived.
        await Promise.all(Array.from({ length: size.inFlight }, () => busy.as(null).get('/healthz')))
        const flights = Array.from({ length: size.inFlight }, (_, place) => {
          const kind = single[place % single.length] as (typeof single)[number]
          const write = kind.next(busy, newMark(900_000 + time * 1000 + place), busy.furnishedFor(kind))
          return write ? ledger.send(ledger.enter(kind, write)) : null
        })
        await Promise.race(flights)
        const stopped = await town.stop()
        const answers = (await Promise.all(flights)).filter((answer) => answer !== null)
        const left = answers.filter((answer) => answer.status === 0).length
        answered += answers.length - left
        slowest = Math.max(slowest, stopped.ms)
        if (left > 0) findings.push(`${left} of ${answers.length} forms in flight got no answer.`)
        if (stopped.code !== 0) findings.push(`It ended with ${stopped.code}.`)
        if (stopped.ms > size.withinMs) findings.push(`It took ${stopped.ms} ms to stop.`)
        if (!told) findings.push('An open page was not told to come back.')
        page.close()
      }
      await restart()
      return { 'forms in flight answered': figure(answered), 'to stop, ms (most)': figure(slowest) }
    }),
}
