import { argv } from 'node:process'

/** `weixi COMMAND …`. Starting is `npm start` itself, flag for flag; `weixi demo` says `--demo` for you; the rest is in `cli/`. */
const [command, ...flags] = argv.slice(2)
if (command === 'start' || command === 'demo') {
  argv.splice(2, argv.length, ...(command === 'demo' ? ['--demo'] : []), ...flags)
  await import('./start.ts')
} else await import('#cli/main.ts')
