import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { killRounds } from '#test/kill/rounds.ts'

/**
 * What takes too long for every change: `npm run verify` is all of it, `npm run verify -- kill 200 7` one, with its rounds and its seed.
 * Each prints one line of JSON and fails the command when something is wrong.
 */
const long: Readonly<
  Record<string, (args: readonly string[]) => Promise<{ figures: object; wrong: readonly string[] }>>
> = {
  kill: async ([rounds = '1000', seed = '1']) => {
    const parent = mkdtempSync(path.join(os.tmpdir(), 'weixi-kill-'))
    // the engine's account has to walk through when root verifies
    chmodSync(parent, 0o711)
    try {
      const { wrong, odd, backMs, ...figures } = await killRounds(
        path.join(parent, 'branch'),
        Number(rounds),
        Number(seed),
      )
      const back = (share: number): number => backMs[Math.floor(share * (backMs.length - 1))] ?? 0
      return {
        figures: { ...figures, backP50Ms: back(0.5), backP95Ms: back(0.95), backMaxMs: back(1) },
        wrong: [...wrong, ...odd],
      }
    } finally {
      rmSync(parent, { recursive: true, force: true, maxRetries: 5 })
    }
  },
}

const [only, ...args] = process.argv.slice(2)
if (only !== undefined && !Object.hasOwn(long, only))
  throw new Error(`weixi: there is nothing to verify called ${only}, only ${Object.keys(long).join(', ')}.`)
for (const [name, verify] of Object.entries(long)) {
  if (only !== undefined && only !== name) continue
  const began = performance.now()
  const { figures, wrong } = await verify(args)
  console.log(
    JSON.stringify({
      verify: name,
      ...figures,
      wrong: wrong.length,
      seconds: Math.round((performance.now() - began) / 1000),
    }),
  )
  for (const fault of new Set(wrong)) console.error(fault)
  if (wrong.length > 0) process.exitCode = 1
}
