#!/usr/bin/env node
// The command line: the launcher picks a Node that runs TypeScript, as for every script.
process.argv.splice(2, 0, 'command')
await import('./run.mjs')
