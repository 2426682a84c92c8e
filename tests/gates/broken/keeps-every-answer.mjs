// Broken on purpose: something of every answer is kept in memory for ever.
import { ServerResponse } from 'node:http'

const { end } = ServerResponse.prototype
const kept = []

ServerResponse.prototype.end = function (...rest) {
  kept.push(Buffer.alloc(4_000_000, 1))
  return end.apply(this, rest)
}
