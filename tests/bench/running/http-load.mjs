// A process that asks for pages over kept connections, as fast as they are answered, and reports to its parent. Plain
// sockets and a reader that only looks for the end of an answer: a real client would take longer than the server.
import { connect } from 'node:net'

const { host, port, requests, connections, most, ms } = await new Promise((resolve) =>
  process.once('message', resolve),
)
const bytes = requests.map((text) => Buffer.from(text))
const waits = []
let next = 0
let answered = 0
let failed = 0
let received = 0
let open = connections
let counting = true

const began = process.hrtime.bigint()
const end = setTimeout(() => {
  counting = false
}, ms)

for (let index = 0; index < connections; index++) keepAsking()

function keepAsking() {
  const socket = connect({ host, port, noDelay: true })
  let asked = 0n
  let head = ''
  let missing = -1
  let chunked = false
  let tail = ''
  const ask = () => {
    if (!counting || next >= most) {
      socket.destroy()
      if (--open === 0) report()
      return
    }
    asked = process.hrtime.bigint()
    head = ''
    missing = -1
    chunked = false
    socket.write(bytes[next++ % bytes.length])
  }
  const done = () => {
    waits.push(Number(process.hrtime.bigint() - asked) / 1e6)
    answered++
    if (!/^HTTP\/1\.1 (200|30\d)/.test(head)) failed++
    ask()
  }
  socket.on('connect', ask)
  socket.on('error', () => {
    failed++
    if (--open === 0) report()
  })
  socket.on('data', (data) => {
    received += data.length
    if (missing === -1) {
      head += data.toString('latin1')
      const bodyAt = head.indexOf('\r\n\r\n')
      if (bodyAt < 0) return
      const length = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, bodyAt))
      chunked = length === null && !/^HTTP\/1\.1 (204|304)/.test(head)
      tail = head.slice(-5)
      missing = length === null ? 0 : Number(length[1]) - (head.length - bodyAt - 4)
      if (chunked ? head.endsWith('\r\n0\r\n\r\n') : missing <= 0) done()
      return
    }
    if (chunked) {
      tail = (tail + data.toString('latin1', Math.max(0, data.length - 5))).slice(-5)
      if (tail === '0\r\n\r\n') done()
    } else {
      missing -= data.length
      if (missing <= 0) done()
    }
  })
}

function report() {
  clearTimeout(end)
  const seconds = Number(process.hrtime.bigint() - began) / 1e9
  process.send({ answered, failed, received, seconds, waits })
  process.disconnect()
}
