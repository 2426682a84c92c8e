// Few file descriptors and little memory: what is too much is turned away or waits, and all is well again afterwards.
import net from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { figure, type Gate } from '../gate.ts'
import { memoryOf } from '../harness/resources.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'
import { letEverybodyWrite } from '../load/writers.ts'

export interface FewSize extends BusySize {
  readonly descriptors: number
  readonly connections: number
  readonly heapMb: number
  readonly writingMs: number
}

export const fewResources: Gate<FewSize> = {
  name: 'few-resources',
  holds:
    'with 256 file descriptors, 256 MB of heap and 600 connections: no exit, nothing lost, well again afterwards',
  full: {
    descriptors: 256,
    connections: 600,
    heapMb: 256,
    writingMs: 20_000,
    delayP99Ms: 50,
    people: 60,
    ideas: 20,
    contributions: 60,
  },
  run: (size) =>
    withBusyTown(
      size,
      {
        starting: {
          through: ['prlimit', `--nofile=${size.descriptors}`],
          node: [`--max-old-space-size=${size.heapMb}`],
        },
      },
      async ({ place, busy, ledger, kinds, findings, town }) => {
        let writing = letEverybodyWrite(busy, ledger, kinds, { writers: 6, pauseMs: 10 })
        const sockets = Array.from({ length: size.connections }, () => {
          const socket = net.connect(place.port, '127.0.0.1')
          socket.on('error', () => undefined)
          return socket
        })
        await pause(size.writingMs / 2)
        for (const socket of sockets) socket.destroy()
        await writing.stop()
        const during = ledger.confirmed()
        writing = letEverybodyWrite(busy, ledger, kinds, { writers: 6, pauseMs: 10 })
        await pause(size.writingMs / 2)
        await writing.stop()
        const after = ledger.confirmed() - during
        const { status } = await busy.as(null).get('/ideen')
        if (status !== 200) findings.push(`Afterwards the list of ideas answers ${status}.`)
        if (after === 0) findings.push('Nothing could be written afterwards.')
        if (town.ended() !== null) findings.push(`The server ended: ${town.log().slice(-300)}`)
        return {
          'connections, descriptors': `${size.connections}, ${size.descriptors}`,
          'written during, after': `${figure(during)}, ${figure(after)}`,
          'memory, MB': figure(memoryOf(town)),
        }
      },
    ),
}
