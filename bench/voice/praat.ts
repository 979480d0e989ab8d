import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sound } from '#domain/coach/voice/sound.ts'
import { wavOf } from './synth.ts'

/** The melody Praat finds at the same settings: hertz every 10 ms, 0 where it hears no voice. */
export type PraatMelody = { first: number; hz: number[] }

const SCRIPT = `form Melody
  sentence in
  sentence out
endform
Read from file: in$
To Pitch (ac): 0.01, 75, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 500
frames = Get number of frames
first = Get time from frame number: 1
writeFileLine: out$, first
for i to frames
  hz = Get value in frame: i, "Hertz"
  if hz = undefined
    hz = 0
  endif
  appendFileLine: out$, hz
endfor
`

/** Which Praat is there; null without one. */
export const praatVersion = (): string | null => {
  try {
    return execFileSync('praat', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}

export const praatMelody = (folder: string, name: string, sound: Sound): PraatMelody => {
  const [script, wav, out] = [join(folder, 'melody.praat'), join(folder, `${name}.wav`), join(folder, `${name}.txt`)]
  writeFileSync(script, SCRIPT)
  writeFileSync(wav, wavOf(sound))
  execFileSync('praat', ['--run', script, wav, out], { stdio: 'ignore' })
  const [first = 0, ...hz] = readFileSync(out, 'utf8').trim().split('\n').map(Number)
  return { first, hz }
}
