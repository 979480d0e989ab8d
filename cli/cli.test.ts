import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readOptions } from './commands/import-options.ts'
import { Refused } from './trouble.ts'
import { wordsIn } from './words.ts'
import { appShows } from '#test/authenticator.ts'
import { anEmptyStart, onTuesday, type OwnServer } from '#test/own-server.ts'

type Said = { code: number | null; out: string; err: string }

const folder = mkdtempSync(path.join(os.tmpdir(), 'weixi-cli-'))
const nothingThere = path.join(folder, 'nothing')
let own: OwnServer

/** The command line as a person types it, in a folder with files. */
const weixi = (
  args: string[],
  locale = 'zh_CN.UTF-8',
  data = own.data,
  more: Record<string, string> = {},
): Promise<Said> =>
  new Promise((done) => {
    const env = {
      ...process.env,
      LC_ALL: locale,
      WEIXI_DATA: data,
      DATABASE_URL: '',
      WEIXI_INVOKED_FROM: folder,
      ...more,
    }
    const run = spawn(process.execPath, ['scripts/command.ts', ...args], { env })
    const said: Said = { code: null, out: '', err: '' }
    run.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
    run.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
    run.on('exit', (code) => done({ ...said, code }))
  })

const post = (where: string, body: unknown, cookie = ''): Promise<Response> =>
  fetch(`${own.address}${where}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })

beforeAll(async () => {
  own = await anEmptyStart(onTuesday)
  writeFileSync(path.join(folder, '客户.csv'), '客户编号,姓名,手机号码\nC-1,李素珍,13000126027\nC-2,单立人,1.30E+10\n')
  writeFileSync(path.join(folder, '空.csv'), '')
})

afterAll(async () => {
  await own.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('weixi doctor', () => {
  const looked = (more: string[] = []) =>
    weixi(['doctor', ...more], 'zh_CN.UTF-8', own.data, { PORT: new URL(own.address).port })

  test('finds a running Weixi sound, in words and in JSON', async () => {
    const { code, out } = await looked()
    expect(out).toMatch(/✓ 维系在端口 \d+ 上正常工作/)
    expect(out).toMatch(/✓ 数据库能打开/)
    expect([code, out.includes('✗')]).toEqual([0, false])
    const found = JSON.parse((await looked(['--json'])).out) as { code: string }[]
    expect(found.map((one) => one.code)).toContain('serves')
  })

  test('names what is to be mended and how, and ends with 3', async () => {
    const secret = path.join(own.data, 'session-secret')
    chmodSync(secret, 0o644)
    const { code, out } = await looked()
    chmodSync(secret, 0o600)
    expect([code, out.includes(`chmod 600 ${secret}`)]).toEqual([3, true])
  })

  test('makes nothing where nothing is, and refuses what it does not know', async () => {
    const { code, out } = await weixi(['doctor', '--data', nothingThere], 'en_US.UTF-8')
    expect([code, out.includes('not there yet')]).toEqual([0, true])
    expect(existsSync(nothingThere)).toBe(false)
    expect(await weixi(['doctor', '--all'])).toMatchObject({ code: 2, err: expect.stringContaining('--all') })
  })
})

describe('help', () => {
  test.each([
    ['zh_CN.UTF-8', [], '用法  weixi 命令'],
    ['en_GB.UTF-8', ['--help'], 'Usage  weixi COMMAND'],
    ['zh_CN.UTF-8', ['import', '--help'], '--rejects 文件'],
  ])('in the language of the locale %s, to %j', async (locale, args, expected) => {
    const said = await weixi(args, locale)
    expect([said.code, said.out]).toEqual([0, expect.stringContaining(expected)])
  })

  test('of starting is that of npm start', async () => {
    const said = await weixi(['start', '--help'])
    expect([said.code, said.out]).toEqual([0, expect.stringContaining('--tls')])
  })
})

describe('importing while it serves', () => {
  test('before the first start was finished says what comes first', async () => {
    const said = await weixi(['import', '客户.csv'])
    expect([said.code, said.err]).toEqual([1, expect.stringContaining('weixi start --empty')])
  })

  test('brings the good rows in, names the remedy of the others and saves them; the server shows them at once', async () => {
    const person = { code: 'an', password: 'long-enough-1' }
    await post('/api/setup', { branchName: '青川分公司', name: '安然', keepsCustomers: true, ...person })
    const first = await weixi(['import', '客户.csv', '--keeper', 'an', '--rejects', '待改正.csv'])
    expect(first.code).toBe(3)
    expect(first.out).toContain('新建 1  更新 0  没有变化 0  退回 1')
    expect(first.err).toContain('第 3 行  手机号码  号码成了科学计数 1.30E+10，后几位已经丢失。请在原系统里')

    const signedIn = await post('/api/session', person)
    const cookie = signedIn.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    const list = await fetch(`${own.address}/api/customers?q=6027`, { headers: { cookie } })
    expect(((await list.json()) as { rows: { name: string }[] }).rows.map(({ name }) => name)).toEqual(['李素珍'])

    const returned = path.join(folder, '待改正.csv')
    writeFileSync(returned, readFileSync(returned, 'utf8').replace('1.30E+10', '13000126028'))
    const again = await weixi(['import', '待改正.csv', '--dry-run'], 'en_GB.UTF-8')
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('1 new  0 updated')])
    expect((await weixi(['import', '待改正.csv'])).out).toContain('新建 1')
  })
})

describe('two-step sign-in of somebody who has lost everything', () => {
  const person = { code: 'an', password: 'long-enough-1' }

  test('is lifted from the machine, beside the running server', async () => {
    const none = await weixi(['second-step', 'lift', 'an'])
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('“an”没有开启两步登录')])

    const signedIn = await post('/api/session', person)
    const cookie = signedIn.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    const begun = (await (await post('/api/session/second-step', { password: person.password }, cookie)).json()) as {
      secret: string
    }
    const confirmed = await fetch(`${own.address}/api/session/second-step`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ code: appShows(begun.secret) }),
    })
    expect(confirmed.status).toBe(200)
    expect((await post('/api/session', person)).status).toBe(401)

    const lifted = await weixi(['second-step', 'lift', 'AN'], 'en_GB.UTF-8')
    expect([lifted.code, lifted.out]).toEqual([0, expect.stringContaining('安然 is lifted')])
    expect((await post('/api/session', person)).status).toBe(204)
  })

  test('asks for the staff number', async () => {
    const misread = await weixi(['second-step', 'lift'])
    expect([misread.code, misread.err]).toEqual([2, expect.stringContaining('weixi second-step lift 工号')])
  })
})

describe('what goes wrong names the remedy', () => {
  test.each<[name: string, args: string[], code: number, err: string]>([
    ['an unknown command', ['improt'], 2, '没有“improt”这个命令。weixi --help'],
    ['a file that is not there', ['import', '没有.csv'], 1, '请检查路径'],
    ['an empty file', ['import', '空.csv'], 1, '请打开原文件看一看，重新导出'],
    ['a person who is not there', ['import', '客户.csv', '--as', 'nobody'], 1, '请核对工号'],
    ['an unknown flag of start', ['start', '--prot', '80'], 2, '--prot'],
  ])('%s', async (_, args, code, err) => {
    const said = await weixi(args)
    expect([said.code, said.err]).toEqual([code, expect.stringContaining(err)])
  })

  test.each<[name: string, args: string[], sentence: string]>([
    ['no file', [], 'weixi import 客户.xlsx'],
    ['an unknown option', ['客户.csv', '--modus', 'x'], '不认识选项 --modus'],
    ['an option without its value', ['客户.csv', '--as'], '选项 --as 后面要写内容'],
    ['a value that cannot be', ['客户.csv', '--target', 'customers'], 'customer, bill, order'],
    ['a month that is none', ['客户.csv', '--bill-month', '2026-13'], '2026-10'],
    ['rejects in a format nobody reads', ['客户.csv', '--rejects', '改.doc'], '.xlsx'],
  ])('%s', (_, args, said) => {
    try {
      readOptions(args, wordsIn('zh'))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      expect([error.code, error.message]).toEqual([2, expect.stringContaining(said)])
      return
    }
    throw new Error('taken as it was')
  })

  test('a data folder that cannot be used', async () => {
    writeFileSync(nothingThere, 'a file, not a folder')
    const said = await weixi(['import', '客户.csv'], 'zh_CN.UTF-8', nothingThere)
    expect(said.code).toBe(1)
    expect(said.err).toContain(nothingThere)
    expect(said.err).not.toContain('    at ')
  })

  test('the log of acts is walked beside the running server; a seal noted elsewhere is looked for', async () => {
    const sound = await weixi(['audit', 'verify'])
    expect([sound.code, sound.err]).toEqual([0, ''])
    expect(sound.out).toContain('完好')
    const [head = ''] = /[0-9a-f]{64}/.exec(sound.out) ?? []
    expect((await weixi(['audit', 'verify', '--expect', head])).code).toBe(0)
    const other = await weixi(['audit', 'verify', '--expect', 'f'.repeat(64)], 'en_US.UTF-8')
    expect([other.code, other.out]).toEqual([3, expect.stringContaining('is not in the chain')])
    const misread = await weixi(['audit', 'verify', '--expect', 'xyz'])
    expect([misread.code, misread.err]).toEqual([2, expect.stringContaining('64 位')])
    expect((await weixi(['audit', 'look'])).code).toBe(2)
  })
})
