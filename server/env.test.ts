import path from 'node:path'
import { expect, test } from 'vitest'
import { EnvError, languageOf, readEnv } from './env.ts'

const from = path.resolve('/somewhere')

test('an empty environment gives the demo on the embedded database, on this machine only', () => {
  expect(readEnv({}, from)).toEqual({
    databaseUrl: null,
    databasePooler: false,
    databaseConnections: 20,
    databaseAccount: null,
    data: path.join(from, 'data', 'demo'),
    demo: true,
    tls: false,
    host: '127.0.0.1',
    port: 7310,
    model: null,
    backups: null,
    metrics: false,
    log: 'info',
  })
})

test('what is given is taken; empty counts as not given', () => {
  const env = readEnv(
    {
      DATABASE_URL: 'postgres://me:secret@db/weixi',
      WEIXI_DATABASE_POOLER: 'yes',
      PORT: '80',
      WEIXI_DATA: 'here',
      HOST: ' ',
      WEIXI_LOG: 'debug',
    },
    from,
  )
  expect(env).toMatchObject({
    databasePooler: true,
    port: 80,
    data: path.join(from, 'here'),
    host: '127.0.0.1',
    log: 'debug',
  })
  expect(env.databaseUrl).toBe('postgres://me:secret@db/weixi')
})

test('a database or a folder that was given is never filled with the demo unasked', () => {
  expect(readEnv({ DATABASE_URL: 'postgres://me@db/weixi' }, from).demo).toBe(false)
  expect(readEnv({ WEIXI_DATA: 'here' }, from).demo).toBe(false)
  expect(readEnv({ WEIXI_DATA: 'here', WEIXI_DEMO: 'yes' }, from).demo).toBe(true)
  expect(readEnv({ WEIXI_DEMO: 'no' }, from).data).toBe(path.join(from, 'data', 'branch'))
})

test('a language model is asked only where address and name are given, and neither address nor key is repeated', () => {
  const given = { WEIXI_AI_URL: 'http://10.0.0.9:8000/v1', WEIXI_AI_MODEL: 'ours' }
  expect(readEnv({ ...given, WEIXI_AI_KEY: 'secret' }, from).model).toEqual({
    url: 'http://10.0.0.9:8000/v1',
    model: 'ours',
    key: 'secret',
  })
  expect(readEnv(given, from).model?.key).toBeNull()
  expect(() => readEnv({ WEIXI_AI_URL: given.WEIXI_AI_URL }, from)).toThrow(/WEIXI_AI_MODEL/)
  const wrong = () => readEnv({ ...given, WEIXI_AI_URL: 'ftp://secret', WEIXI_AI_KEY: 'secret' }, from)
  expect(wrong).toThrow(/WEIXI_AI_URL/)
  expect(wrong).not.toThrow(/secret/)
})

test('phones in the same net reach it only with HTTPS, or where somebody said so', () => {
  expect(readEnv({ WEIXI_TLS: 'yes' }, from)).toMatchObject({ tls: true, host: '0.0.0.0' })
  expect(readEnv({ WEIXI_TLS: 'yes', HOST: '10.0.0.4' }, from).host).toBe('10.0.0.4')
})

test('every fault is named at once, and a database address is never repeated', () => {
  const wrong = {
    DATABASE_URL: 'mysql://me:secret@db',
    PORT: '99999',
    WEIXI_LOG: 'loud',
    WEIXI_DATABASE_POOLER: 'maybe',
  }
  const read = () => readEnv(wrong, from)
  expect(read).toThrow(EnvError)
  expect(read).toThrow(/DATABASE_URL[^]*PORT=99999[^]*0 to 65535[^]*WEIXI_LOG=loud/)
  expect(read).not.toThrow(/secret/)
})

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'C.UTF-8' }, 'zh'],
  [{ LANG: 'de_DE.UTF-8' }, 'en'],
  [{}, 'zh'],
])('a terminal with %o reads %s', (source, language) => expect(languageOf(source)).toBe(language))

test('backups go where they are sent, fourteen of them unless said', () => {
  expect(readEnv({ WEIXI_BACKUPS: 'copies' }, '/srv').backups).toEqual({ folder: '/srv/copies', keep: 14 })
  expect(readEnv({ WEIXI_BACKUPS: '/b', WEIXI_BACKUPS_KEEP: '3' }, '/srv').backups).toEqual({ folder: '/b', keep: 3 })
  expect(() => readEnv({ WEIXI_BACKUPS: '/b', WEIXI_BACKUPS_KEEP: '0' }, '/srv')).toThrow('WEIXI_BACKUPS_KEEP=0')
})
