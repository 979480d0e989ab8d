import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#test/folder.ts'
import { receive } from './folder.ts'

const slowly = (text: string): ReadableStream<Uint8Array> => {
  const letters = [...text]
  return new ReadableStream({
    pull: async (stream) => {
      await turn()
      const letter = letters.shift()
      if (letter === undefined) stream.close()
      else stream.enqueue(Buffer.from(letter))
    },
  })
}

test('bytes that arrive several times at once, in pieces, each stand in their own place, none beyond the most', async () => {
  const file = path.join(temporaryFolder(), '1', 'upload')
  const received = await Promise.all(
    [1, 2, 3, 4].map(() => receive(file, 0, 26, slowly('abcdefghijklmnopqrstuvwxyz!'))),
  )
  expect(received).toEqual([26, 26, 26, 26])
  expect(await readFile(file, 'utf8')).toBe('abcdefghijklmnopqrstuvwxyz')
})
