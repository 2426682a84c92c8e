// The floor for live news: Socket.IO as our server opens it, one room, and whatever is posted goes out to it as it came.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (piece) => {
    body += piece
  })
  request.on('end', () => {
    io.to('room').emit('news', JSON.parse(body))
    response.end('{}')
  })
})
const io = new Server(server, {
  path: '/live',
  serveClient: false,
  transports: ['websocket', 'polling'],
  perMessageDeflate: false,
  httpCompression: false,
})
io.on('connection', (socket) => {
  socket.on('watch', (_wish, reply) => {
    socket.join('room')
    reply({ answer: 'watching' })
  })
})
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
