import { DatabaseTrouble } from './db/trouble.ts'
import { EnvError, envOfProcess } from './env.ts'
import { helpText, readFlags } from './flags.ts'
import { greeting } from './greeting.ts'
import { type Running, start } from './start.ts'

/** Ends with a sentence where there is one, in both languages: nobody has chosen one yet. */
const giveUp = (error: unknown): never => {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number }
  if (error instanceof DatabaseTrouble) console.error(`${error.say('zh')}\n${error.say('en')}`)
  else if (error instanceof EnvError) console.error(error.message)
  else if (code === 'EADDRINUSE')
    console.error(`端口 ${port} 已被占用，换一个：--port 7311\nPort ${port} is taken; choose another: --port 7311`)
  else console.error(error)
  return process.exit(1)
}

const flags = readFlags(process.argv.slice(2))
if (flags.help || flags.unknown.length > 0) {
  for (const unknown of flags.unknown) console.error(`不认识 ${unknown} is not an option.`)
  console.log(helpText)
  process.exit(flags.help ? 0 : 2)
}

const runningIn = async (): Promise<Running> => {
  const env = envOfProcess(flags.variables)
  const running = await start(env)
  const { address, reach, branch } = running
  if (env.log !== 'silent' && env.log !== 'error')
    console.log(greeting({ address, phones: reach.addresses(), branch, data: env.data }))
  return running
}

const running = await runningIn().catch(giveUp)
let stopping = false
const stop = async (): Promise<void> => {
  if (stopping) return
  stopping = true
  await running.stop()
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
