/** What was said on the command line, as the variables of `env.ts`; `help` when it was asked for; `unknown` is what nobody understands. */
export type Flags = { variables: Record<string, string>; help: boolean; unknown: string[] }

/** Flags with a value, and those without, each with the variable it stands for. */
const valued: Record<string, string> = { '--port': 'PORT', '--host': 'HOST', '--data': 'WEIXI_DATA' }
const plain: Record<string, [variable: string, value: string]> = {
  '--demo': ['WEIXI_DEMO', 'yes'],
  '--empty': ['WEIXI_DEMO', 'no'],
  '--tls': ['WEIXI_TLS', 'yes'],
}

/** Reads `--port 80`, `--port=80`, `--empty` and their like. */
export const readFlags = (args: readonly string[]): Flags => {
  const flags: Flags = { variables: {}, help: false, unknown: [] }
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    const [name = '', joined] = arg.split(/=(.*)/s)
    const alone = plain[name]
    const variable = valued[name]
    if (name === '--help' || name === '-h') flags.help = true
    else if (alone && joined === undefined) flags.variables[alone[0]] = alone[1]
    else if (variable && joined) flags.variables[variable] = joined
    else if (variable && joined === undefined && args[at + 1]?.startsWith('-') === false) {
      at += 1
      flags.variables[variable] = args[at] ?? ''
    } else flags.unknown.push(arg)
  }
  return flags
}

export const helpText = `weixi start [选项 options]      npm start -- [选项 options]

  --empty        自己的分公司：第一次打开时建管理员        your own branch: the first page makes its administrator
  --demo         演示分公司（不带选项时就是它）            the demo branch (what you get without options)
  --tls          用 HTTPS，让同一网络里的手机也能打开      HTTPS, for phones in the same net too
  --port 7310    端口                                      the port
  --host 0.0.0.0 监听哪个地址                              the address to listen on
  --data FOLDER  数据放在哪里                              where the data lies
`
