#!/usr/bin/env node
// pruefen.mjs: checks the published ballots of a secret vote. One file, for a machine that has only Node.
import { verify } from '#server/commands/verify.ts'

process.exitCode = await verify(process.argv.slice(2))
