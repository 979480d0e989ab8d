import { languageOfProcess } from '#server/env.ts'
import { auditCommand } from './commands/audit.ts'
import { backupCommand, restoreCommand } from './commands/backup.ts'
import { coachCommand } from './commands/coach.ts'
import { demoCommand } from './commands/demo.ts'
import { doctorCommand } from './commands/doctor.ts'
import { importCommand } from './commands/import.ts'
import { secondStepCommand } from './commands/second-step.ts'
import { helpFor, wordsIn } from './words.ts'

/** `weixi COMMAND …`; each command reads its own arguments and answers with the exit code. Starting is in `scripts/command.ts`. */
const commands: Readonly<Record<string, typeof importCommand>> = {
  import: importCommand,
  coach: coachCommand,
  demo: demoCommand,
  audit: auditCommand,
  doctor: doctorCommand,
  'second-step': secondStepCommand,
  backup: backupCommand,
  restore: restoreCommand,
}

const language = languageOfProcess()
const [name = '--help', ...args] = process.argv.slice(2)
const command = commands[name]
if (command) process.exitCode = await command(args, language)
else if (name === '--help' || name === '-h' || name === 'help') console.log(helpFor(language))
else {
  console.error(wordsIn(language).unknownCommand(name))
  process.exitCode = 2
}
