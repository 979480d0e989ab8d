import { runCommand } from './steps.ts'

/** Every benchmark with what makes it quick; alone they measure at full size. Each figure is one line of JSON. */
const quick: Readonly<Record<string, readonly string[]>> = {
  pages: [],
  contact: [],
  portfolio: [],
  scoring: [],
  'import-path': [],
  import: [],
  churn: ['1'],
  effect: [],
  coach: [],
  voice: [],
  start: [],
}

/** `npm run bench` is all of them; `npm run bench -- pages 100000` one, with arguments of its own. */
const [only, ...args] = process.argv.slice(2)
if (only !== undefined && !Object.hasOwn(quick, only))
  throw new Error(`weixi: there is no benchmark ${only}, only ${Object.keys(quick).join(', ')}.`)
const chosen = only === undefined ? Object.entries(quick) : [[only, args] as const]
for (const [name, its] of chosen) {
  console.error(`# bench/${name}.ts ${its.join(' ')}`)
  if ((await runCommand(process.execPath, [`bench/${name}.ts`, ...its])) !== 0) process.exitCode = 1
}
