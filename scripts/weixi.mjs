#!/usr/bin/env node
// The command line: the launcher picks a Node that runs TypeScript, as for every script.
// It also changes to the project's folder; files are meant from where the command was typed.
process.argv.splice(2, 0, 'command')
process.argv.push(`--from=${process.cwd()}`)
await import('./run.mjs')
