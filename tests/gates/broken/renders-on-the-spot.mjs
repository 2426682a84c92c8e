// Broken on purpose: a text is worked on where everybody else is answered, as if there were no thread for it.
import { Worker } from 'node:worker_threads'

const { postMessage } = Worker.prototype

Worker.prototype.postMessage = function (message, ...rest) {
  if (typeof message === 'string') {
    const until = performance.now() + message.length / 20
    while (performance.now() < until) {}
  }
  return postMessage.call(this, message, ...rest)
}
