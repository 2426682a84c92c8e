// The thread that counts: an order, pages of ballot lines, then the end; it answers with what came out.
import { parentPort } from 'node:worker_threads'
import { type CountOrder, countLines } from '#app/domain/polls/counting.ts'
import type { CountAnswer, CountMessage } from '../counting.ts'

let order: CountOrder | null = null
let lines = new Map<string, number>()

parentPort?.on('message', (message: CountMessage) => {
  if ('order' in message) {
    order = message.order
    lines = new Map()
    return
  }
  if ('lines' in message) {
    for (const line of message.lines) lines.set(line, (lines.get(line) ?? 0) + 1)
    return
  }
  parentPort?.postMessage(answer())
})

function answer(): CountAnswer {
  if (order === null) return { failed: 'No order arrived before the end.' }
  try {
    return { counted: countLines(order, lines) }
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) }
  } finally {
    order = null
    lines = new Map()
  }
}
