import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#test/folder.ts'
import { OtherContent, receive } from './folder.ts'

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

const settled = (all: readonly PromiseSettledResult<number>[]) =>
  all.map((one) => (one.status === 'fulfilled' ? one.value : one.reason instanceof OtherContent))

test('of two contents sent at once for one file, one arrives whole and the other is told', async () => {
  const texts = ['客户编号,姓名\nA-1,李素珍\n', '客户编号,姓名\nA-1,单立人\n', '客户编号,姓名\nA-1,仇英豪\n']
  for (let round = 0; round < 20; round++) {
    const file = path.join(temporaryFolder(), '1', 'upload')
    const sent = settled(
      await Promise.allSettled(texts.map((text) => receive(file, 0, Buffer.byteLength(text), slowly(text)))),
    )
    expect(sent.filter((one) => one === true)).toHaveLength(2)
    expect(await readFile(file, 'utf8')).toBe(texts[sent.findIndex((one) => one !== true)])
  }
})

test('pieces of another content cannot be put behind those of the first', async () => {
  const file = path.join(temporaryFolder(), '1', 'upload')
  expect(await receive(file, 0, 8, slowly('abcd'))).toBe(4)
  expect(await receive(file, 0, 8, slowly('ab'))).toBe(2)
  await expect(receive(file, 2, 8, slowly('xyzw'))).rejects.toThrow(OtherContent)
  expect(await receive(file, 6, 8, slowly('zz'))).toBe(4)
  expect(await readFile(file, 'utf8')).toBe('abcd')
})
