// The floor for a page: Node's own server, sending a buffer of the same size with a few headers. Asked for /?bytes=N.
import { createServer } from 'node:http'

const pages = new Map()

const server = createServer((request, response) => {
  const size = Number(new URL(request.url, 'http://bare').searchParams.get('bytes') ?? 0)
  const page = pages.get(size) ?? Buffer.alloc(size, 'a')
  pages.set(size, page)
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': page.length,
    'cache-control': 'no-cache',
  })
  response.end(page)
})
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
