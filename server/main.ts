import { DEMO_PASSWORD } from '#demo/people.ts'
import { DatabaseTrouble } from './db/trouble.ts'
import { EnvError, envOfProcess } from './env.ts'
import { helpText, readFlags } from './flags.ts'
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
  if (env.log !== 'silent' && env.log !== 'error') console.log(greeting(running, env.demo, env.data))
  return running
}

const greeting = (running: Running, demo: boolean, data: string): string => {
  const others = running.reach.addresses()
  return [
    '',
    `Weixi 维系   ${running.address}`,
    ...(demo
      ? [`演示登录 sign in   lin / ${DEMO_PASSWORD}   （其余账号在登录页 more accounts on the page）`]
      : ['第一次打开时建管理员 the first page makes your administrator']),
    ...others.map((address) => `手机上打开 on a phone   ${address}/phone`),
    `数据 data   ${data}`,
    `停下 to stop   Ctrl+C`,
    '',
  ].join('\n')
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
