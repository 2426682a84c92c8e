// Broken on purpose: with each form comes a promise that fails and that nobody looks after.
import { ServerResponse } from 'node:http'

const { end } = ServerResponse.prototype

ServerResponse.prototype.end = function (...rest) {
  if (this.req?.method === 'POST') void Promise.reject(new Error('Nobody looks after this.'))
  return end.apply(this, rest)
}
