// Broken on purpose: a connection that is refused, as by a database that is being started anew, ends the process.
import { Socket } from 'node:net'

const { emit } = Socket.prototype

Socket.prototype.emit = function (name, error, ...rest) {
  if (name === 'error' && error?.code === 'ECONNREFUSED') process.exit(1)
  return emit.call(this, name, error, ...rest)
}
