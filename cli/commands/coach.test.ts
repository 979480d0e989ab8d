import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(os.tmpdir(), 'weixi-coach-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const coach = (args: string[], locale = 'zh_CN.UTF-8'): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((done) => {
    const env = { ...process.env, LC_ALL: locale, WEIXI_INVOKED_FROM: folder }
    const run = spawn(process.execPath, ['scripts/command.ts', 'coach', ...args], { env })
    const said = { code: null as number | null, out: '', err: '' }
    run.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
    run.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
    run.on('exit', (code) => done({ ...said, code }))
  })

const file = (name: string, text: string | Uint8Array): string => {
  writeFileSync(path.join(folder, name), text)
  return name
}

test('a conversation shows its marks, steps, promises and both scores [H-42][S-46]', async () => {
  const name = file(
    '对话.txt',
    '客户：又断网了，我要投诉！\n客服：这是公司规定，您必须先报修。\n客户：那什么时候来？\n客服：我明天上午十点前给您回电。',
  )
  const { code, out } = await coach([name])
  expect(code).toBe(3)
  expect(out).toMatch(/第 2 行 {2}禁语 {2}“公司规定/)
  expect(out).toMatch(/答应 {2}第 4 行 {2}“.*回电”/)
  expect(out).toMatch(/过程分 \d+\/100/)
  expect(out).toMatch(/结果风险 \d+%/)
})

test('sentences without names are ours, line by line; a file of Chinese Windows is read', async () => {
  const gbk = new Uint8Array([0xc4, 0xfa, 0xc4, 0xdc, 0xb2, 0xbb, 0xc4, 0xdc, 0xcf, 0xc8, 0xd6, 0xd8, 0xc6, 0xf4])
  expect(await coach([file('windows.txt', gbk)])).toMatchObject({ code: 0, out: expect.stringContaining('没有禁语') })
  const marked = await coach([file('us.txt', 'You must pay first.')], 'en_GB.UTF-8')
  expect([marked.code, marked.out]).toEqual([3, expect.stringContaining('row 1  blunt')])
})

test('the same as JSON, for other programs', async () => {
  const { out } = await coach(['--json', file('json.txt', '客户：网慢\n客服：您必须先付款。')])
  expect(JSON.parse(out)).toMatchObject({
    turns: [{ by: 'customer' }, { by: 'staff', line: 2 }],
    process: { marked: 1 },
  })
})

test('names are asked for, and may be given', async () => {
  const name = file('名字.txt', '老赵：网慢\n阿明：您稍等\n老赵：好')
  expect(await coach([name])).toMatchObject({ code: 2, err: expect.stringContaining('--customer') })
  expect(await coach(['--customer', '老赵', name])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/结果风险 \d+%/),
  })
})

test.each([
  [[], 2, 'weixi coach 对话.txt'],
  [['--jsn', 'x'], 2, '--jsn'],
  [['没有.txt'], 1, '请检查路径'],
])('%j names the remedy', async (args, code, err) => {
  expect(await coach(args)).toMatchObject({ code, err: expect.stringContaining(err) })
})
