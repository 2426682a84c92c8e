#!/usr/bin/env node
// zweite-unterschrift.mjs: the second signer of a vote signed blind. One file, for a machine that has only Node.
import { signer } from './command.ts'

process.exitCode = await signer(process.argv.slice(2))
