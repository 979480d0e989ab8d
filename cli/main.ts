import { importCommand, importHelp } from './commands/import.ts'

/** `weixi COMMAND …`; each command reads its own arguments and answers with the exit code. */
const commands: Readonly<Record<string, (args: string[]) => Promise<number>>> = { import: importCommand }

const [name = '', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command) console.log(importHelp)
process.exitCode = command ? await command(args) : 2
