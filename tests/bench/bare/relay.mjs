// The floor for writing together: Socket.IO as our server opens it, one room, and every writing goes on to the others as it came.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const server = createServer((_request, response) => response.end())
const io = new Server(server, {
  path: '/live',
  serveClient: false,
  transports: ['websocket', 'polling'],
  perMessageDeflate: false,
  httpCompression: false,
})
io.on('connection', (socket) => {
  socket.join('room')
  socket.on('workshop-write', ({ part }) => socket.to('room').emit('workshop-words', { words: part }))
})
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
