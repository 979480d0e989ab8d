import { describe, expect, test } from 'vitest'
import { type Facts, judge } from './judge.ts'

const GB = 1024 ** 3

const branch = { administrators: 1, failedJobs: 0, unsealedMinutes: null }

const well: Facts = {
  data: { folder: '/data/branch', there: true, writable: true, freeBytes: 40 * GB, secretOpen: false },
  memoryBytes: 8 * GB,
  app: true,
  port: { number: 7310, is: 'ready' },
  database: { bytes: 2 * GB, pending: 0, clockOffMs: 30 },
  branch,
  backup: 5,
}

const unwell = (changes: Partial<Facts>): string[] =>
  judge({ ...well, ...changes })
    .filter(({ level }) => level !== 'good')
    .map(({ code, level }) => `${level} ${code}`)

describe('what a look at the machine means', () => {
  test('nothing is said against a sound one, and each part is named', () => {
    expect(unwell({})).toEqual([])
    expect(judge(well).map(({ code }) => code)).toEqual(['folder', 'memory', 'app', 'serves', 'database', 'backup'])
  })

  test.each<[string, Partial<Facts>, string[]]>([
    [
      'a folder of nobody’s yet',
      { data: { ...well.data, there: false }, database: null, branch: null },
      ['hint folderNew'],
    ],
    ['a folder that cannot be written', { data: { ...well.data, writable: false } }, ['wrong folderLocked']],
    ['less room than the data takes', { data: { ...well.data, freeBytes: GB } }, ['hint diskLow']],
    ['no room at all', { data: { ...well.data, freeBytes: GB / 10 } }, ['wrong diskLow']],
    ['a secret others may read', { data: { ...well.data, secretOpen: true } }, ['wrong secretOpen']],
    ['little memory', { memoryBytes: GB }, ['hint memory']],
    ['an app not built', { app: false }, ['hint app']],
    ['another program at the port', { port: { number: 80, is: 'another' } }, ['wrong portTaken']],
    ['Weixi without its database', { port: { number: 80, is: 'notReady' } }, ['wrong notReady']],
    ['a database that does not open', { database: { trouble: '磁盘满了' }, branch: null }, ['wrong databaseTrouble']],
    ['an older database', { database: { bytes: GB, pending: 3, clockOffMs: 0 } }, ['hint pending']],
    ['two clocks', { database: { bytes: GB, pending: 0, clockOffMs: -9_000 } }, ['wrong clock']],
    ['nobody who may add people', { branch: { ...branch, administrators: 0 } }, ['wrong noAdministrator']],
    ['jobs that failed', { branch: { ...branch, failedJobs: 2 } }, ['hint failedJobs']],
    ['a sealer that stands still', { branch: { ...branch, unsealedMinutes: 9 } }, ['wrong unsealed']],
    ['no backup asked for', { backup: 'off' }, ['hint backupOff']],
    ['none made', { backup: null }, ['wrong backupNone']],
    ['an old one', { backup: 60 }, ['wrong backupOld']],
  ])('%s', (_, changes, said) => {
    expect(unwell(changes)).toEqual(said)
  })

  test('acts wait for their seal while nobody serves', () => {
    expect(unwell({ port: { number: 7310, is: 'free' }, branch: { ...branch, unsealedMinutes: 9 } })).toEqual([
      'hint portFree',
    ])
  })
})
