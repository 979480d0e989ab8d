import { expect, test } from 'vitest'
import { readFlags } from './flags.ts'

test('flags say what variables say', () => {
  expect(readFlags(['--empty', '--port', '80', '--data=/srv/weixi', '--tls']).variables).toEqual({
    WEIXI_DEMO: 'no',
    PORT: '80',
    WEIXI_DATA: '/srv/weixi',
    WEIXI_TLS: 'yes',
  })
})

test('what nobody understands is named, so that a slip of the finger starts nothing else', () => {
  expect(readFlags(['--emtpy', '--port', '--tls=maybe']).unknown).toEqual(['--emtpy', '--port', '--tls=maybe'])
  expect(readFlags(['--port']).unknown).toEqual(['--port'])
})
