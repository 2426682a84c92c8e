// Broken on purpose: open pages are told of the first thing that happens to a topic, and of nothing after it.
import { Server } from 'socket.io'

const { to } = Server.prototype
const told = new Set()

Server.prototype.to = function (topic, ...rooms) {
  const everybody = to.call(this, topic, ...rooms)
  const { emit } = everybody
  everybody.emit = (name, ...message) => {
    if (name === 'news' && told.has(topic)) return true
    if (name === 'news') told.add(topic)
    return emit.call(everybody, name, ...message)
  }
  return everybody
}
