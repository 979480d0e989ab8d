import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { killRounds } from '#test/kill/rounds.ts'
import { loadFor } from '#test/load/load.ts'
import { runCommand } from './steps.ts'

/**
 * What takes too long for every change: `npm run verify` is all of it, `npm run verify -- kill 200 7` one, with its rounds and its seed.
 * Each prints one line of JSON and fails the command when something is wrong.
 */
const long: Readonly<
  Record<string, (args: readonly string[]) => Promise<{ figures: object; wrong: readonly string[] }>>
> = {
  kill: async ([rounds = '1000', seed = '1']) => {
    const { wrong, odd, backMs, ...figures } = await inFolder((data) => killRounds(data, Number(rounds), Number(seed)))
    return { figures: { ...figures, backMs: spread(backMs) }, wrong: [...wrong, ...odd] }
  },
  load: async ([users = '200', seconds = '600', seed = '1']) => {
    const { wrong, took, ...figures } = await inFolder((data) =>
      loadFor(data, Number(users), Number(seconds), Number(seed)),
    )
    return { figures: { ...figures, ms: Object.fromEntries([...took].map(([kind, ms]) => [kind, spread(ms)])) }, wrong }
  },
  folds: async ([repeats = '10']) => {
    const { stdout } = await promisify(execFile)(process.execPath, ['bench/churn.ts', repeats], { maxBuffer: 2 ** 26 })
    const auc = stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { name: string; value: number; target?: number })
      .filter(({ name, target }) => name.endsWith(' auc') && target !== undefined && !name.includes('copies'))
    const short = auc.filter(({ value, target = 0 }) => value < target).map(({ name }) => `${name} falls short`)
    const wrong = auc.length === 8 ? short : ['the public customer files are not here: WEIXI_REFERENCE_DATA']
    return {
      figures: { repeats: Number(repeats), ...Object.fromEntries(auc.map(({ name, value }) => [name, value])) },
      wrong,
    }
  },
  fuzz: async ([tries = '300', seed = '1']) => {
    const env = { WEIXI_FUZZ_TRIES: tries, WEIXI_FUZZ_SEED: seed }
    const code = await runCommand('vitest', ['run', '--project', 'node', 'test/fuzz'], env)
    return { figures: { triesEach: Number(tries), seed: Number(seed) }, wrong: code === 0 ? [] : ['see above'] }
  },
}

/** A folder that the engine's account can walk through, also when root verifies. */
const inFolder = async <T>(verify: (data: string) => Promise<T>): Promise<T> => {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'weixi-verify-'))
  chmodSync(parent, 0o711)
  try {
    return await verify(path.join(parent, 'branch'))
  } finally {
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Of sorted figures: how many, their middle, the 95th of a hundred, the greatest. */
const spread = (sorted: readonly number[]) => {
  const at = (share: number): number => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), most: at(1) }
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
