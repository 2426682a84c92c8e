// Not broken, only unlucky: every answer to a form leaves a little later than its commit, so that more crashes fall in between.
import { ServerResponse } from 'node:http'

const { end } = ServerResponse.prototype

ServerResponse.prototype.end = function (...rest) {
  if (this.req?.method !== 'POST') return end.apply(this, rest)
  setTimeout(() => end.apply(this, rest), 60)
  return this
}
