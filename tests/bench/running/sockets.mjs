// A process full of readers: sockets that speak just enough WebSocket and Socket.IO to watch a topic and to note when each
// message arrives. Real clients would take longer to read a message than the server takes to send it.
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'

const { host, port, path, sockets, topic, pattern } = await new Promise((resolve) =>
  process.once('message', resolve),
)
const numbered = new RegExp(pattern)
const now = () => Number(process.hrtime.bigint()) / 1e6
const receipts = []
let closed = 0

let next = 0
async function joinMany() {
  while (next < sockets) await join(next++)
}
await Promise.all(Array.from({ length: 20 }, joinMany))
process.send({ joined: sockets - closed })
process.on('message', (wish) => {
  if (wish === 'report') process.send({ receipts: receipts.splice(0), closed })
  if (wish === 'end') process.exit(0)
})

function join(index) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true })
    const key = randomBytes(16).toString('base64')
    let kept = Buffer.alloc(0)
    let open = false
    socket.on('connect', () =>
      socket.write(
        `GET ${path}?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
      ),
    )
    socket.on('error', reject)
    socket.on('close', () => {
      closed++
    })
    socket.on('data', (data) => {
      const at = now()
      kept = kept.length === 0 ? data : Buffer.concat([kept, data])
      if (!open) {
        const end = kept.indexOf('\r\n\r\n')
        if (end < 0) return
        open = true
        kept = kept.subarray(end + 4)
      }
      for (let frame = takeFrame(); frame !== null; frame = takeFrame()) hear(frame, at)
    })
    function takeFrame() {
      if (kept.length < 2) return null
      let length = kept[1] & 127
      let from = 2
      if (length === 126) {
        if (kept.length < 4) return null
        length = kept.readUInt16BE(2)
        from = 4
      }
      if (kept.length < from + length) return null
      const text = kept.toString('latin1', from, from + length)
      kept = kept.subarray(from + length)
      return text
    }
    function hear(text, at) {
      if (text.startsWith('42["news"')) {
        const number = numbered.exec(text)
        const upTo = /"upTo":(\d+)/.exec(text)
        if (number) receipts.push([index, Number(number[1]), at, text.length, Number(upTo?.[1] ?? 0)])
      } else if (text === '2') say('3')
      else if (text.startsWith('0{')) say('40')
      else if (text.startsWith('40{')) say(`420["watch",{"topic":${JSON.stringify(topic)},"asOf":0}]`)
      else if (text.startsWith('430[')) {
        if (text.includes('refused')) reject(new Error(`Refused: ${text}`))
        resolve()
      }
    }
    function say(text) {
      const bytes = Buffer.from(text)
      const mask = randomBytes(4)
      const head =
        bytes.length < 126
          ? Buffer.from([0x81, 0x80 | bytes.length])
          : Buffer.from([0x81, 0x80 | 126, bytes.length >> 8, bytes.length & 255])
      for (let byte = 0; byte < bytes.length; byte++) bytes[byte] ^= mask[byte & 3]
      socket.write(Buffer.concat([head, mask, bytes]))
    }
  })
}
