// The thread that reads one document and answers with its words as Markdown.
import { parentPort, workerData } from 'node:worker_threads'
import { readDocx } from './docx.ts'

parentPort?.postMessage(await readDocx(workerData as Uint8Array))
