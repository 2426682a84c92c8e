// Broken on purpose: a connection more than there are places for is an error that nobody catches.
import { Server } from 'node:net'

const { emit } = Server.prototype

Server.prototype.emit = function (name, ...rest) {
  if (name === 'drop') throw new Error('There is no place left.')
  return emit.call(this, name, ...rest)
}
