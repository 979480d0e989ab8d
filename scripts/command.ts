/** `weixi COMMAND …`. Starting is `npm start` itself, flag for flag; `weixi demo` says `--demo` for you; the rest is in `cli/`. */
const [command, ...flags] = process.argv.slice(2)
if (command === 'start' || command === 'demo') {
  process.argv.splice(2, process.argv.length, ...(command === 'demo' ? ['--demo'] : []), ...flags)
  await import('./start.ts')
} else await import('#cli/main.ts')

export {}
