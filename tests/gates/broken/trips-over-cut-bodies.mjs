// Broken on purpose: a body that ends too early is an error that nobody catches.
import { Server } from 'node:http'

const { emit } = Server.prototype

Server.prototype.emit = function (name, request, ...rest) {
  if (name === 'request' && request.method === 'POST') {
    request.socket.once('close', () => {
      if (!request.complete) throw new Error('The body was cut.')
    })
  }
  return emit.call(this, name, request, ...rest)
}
