import { setTimeout as wait } from 'node:timers/promises'
import { type Left, storyOf, type Write } from './work.ts'

/** Where Weixi answers now; null while it is down. */
export type Where = { address: string | null }

export type Worker = {
  /** Everything acknowledged so far. */
  left: readonly Left[]
  acknowledged: number
  /** Answers that were neither yes nor "come again", as `500 POST /api/…`. */
  odd: readonly string[]
  /** Begins no further story; gives up after the one under way. */
  done: () => Promise<void>
}

const PAUSE_MS = 60

/** Tells one story after another; sends each write until it is acknowledged, and now and then once more after that. */
export const working = (name: string, where: Where, cookie: string, random: () => number): Worker => {
  const state = { left: [] as Left[], acknowledged: 0, odd: [] as string[], stopping: false }

  const send = async ({ method, path, body }: Write): Promise<boolean> => {
    if (where.address === null) return false
    const answer = await fetch(`${where.address}${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json', origin: where.address },
      body: JSON.stringify(body),
    }).catch(() => null)
    if (answer === null) return false
    // the words may still be cut off: then nothing was acknowledged
    const text = await answer.text().catch(() => null)
    if (text === null) return false
    if (answer.ok && !text.includes('"refused":[{')) return true
    if (answer.status !== 503)
      state.odd.push(`${answer.status} ${method} ${path.replaceAll(/[0-9a-f-]{36}/g, ':id')} ${text.slice(0, 200)}`)
    return false
  }

  const ended = (async () => {
    for (let told = 0; !state.stopping; told += 1)
      for (const write of storyOf(`${name}-${told}`)) {
        while (!(await send(write))) await wait(PAUSE_MS)
        state.left.push(...write.leaves)
        state.acknowledged += 1
        if (random() < 0.15) await send(write)
      }
  })()

  return {
    get left() {
      return state.left
    },
    get acknowledged() {
      return state.acknowledged
    },
    get odd() {
      return state.odd
    },
    done: () => {
      state.stopping = true
      return ended
    },
  }
}
