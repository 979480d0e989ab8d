import { argv } from 'node:process'

/** `weixi COMMAND …`. Starting is `npm start` itself, flag for flag; `weixi demo` says `--demo` for you; the rest is in `cli/`, and so is a demo of another size. */
const [command, ...flags] = argv.slice(2)
const sized = flags.some((flag) => /^--(size|customers|branches|seed|months)\b/.test(flag))
if (command === 'start' || (command === 'demo' && !sized)) {
  argv.splice(2, argv.length, ...(command === 'demo' ? ['--demo'] : []), ...flags)
  await import('./start.ts')
} else await import('#cli/main.ts')
