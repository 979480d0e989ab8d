import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { occasionKinds } from '#domain/playbook/definition.ts'
import { factKeys } from '#domain/playbook/facts.ts'
import { readPack } from './pack.ts'

const core = 'content/core'
const shipped = [
  'appointment-call',
  'birthday',
  'care-call',
  'complaint',
  'event-day',
  'event-invite',
  'follow-up',
  'greeting',
  'handover',
  'inbound-recommendation',
  'late-promise',
  'new-key-customer',
  'retention-talk',
  'service-cycle',
  'visit',
  'win-back',
]

describe('the core pack', () => {
  test('is sound, and each definition has a hash of its own', async () => {
    const pack = await readPack(core)
    expect(pack.definitions.map(({ playbook }) => playbook.id)).toEqual(shipped)
    expect(new Set(pack.definitions.map(({ hash }) => hash)).size).toBe(shipped.length)
    expect(pack.problems).toEqual([])
  })

  test('the service cycle shows the skills of each step as they are taught [S-41][S-42]', async () => {
    const pack = await readPack(core)
    const cycle = pack.definitions.find(({ playbook }) => playbook.id === 'service-cycle')
    const shape = cycle?.playbook.steps.map(({ title, skills }) => {
      const count = (side: string) => skills.filter((skill) => skill.side === side).length
      return `${title.zh} ${count('emotional')}/${count('rational')}`
    })
    expect(shape).toEqual([
      '奠定基调 3/0',
      '诊断问题 3/2',
      '寻求方案 3/4',
      '达成共识 3/2',
      '总结回顾 2/2',
      '跟进完善 2/2',
    ])
  })

  test('says nothing of what must not be said [H-36][H-37][H-42]', async () => {
    const pack = await readPack(core)
    const text = pack.definitions.map(({ text }) => text).join('')
    expect(text).not.toMatch(
      /公司规定|按规定|没办法|不可能|我尽量|改天|总会有办法|你必须|您必须|欠费|不归我|小孩子都|亲亲|company policy|impossible|I'll try|nothing I can do/i,
    )
  })

  test('the guide for editors names every fact and every choice', async () => {
    const guide = await readFile(join(core, 'README.md'), 'utf8')
    const choices = [
      'noAnswer',
      'wrongPerson',
      'inclination',
      'seasoned',
      'expectation',
      'emotional',
      'prepare',
      'discloses',
      'goodHours',
      'suggestWhen',
      'channels',
      'asksAim',
      'purposes',
      'offers',
      'needs',
      'aside',
      'redial: true',
      'forms',
      'tasks',
      'entered',
      ...occasionKinds,
    ]
    for (const word of [...factKeys, ...choices]) expect(guide).toContain(`\`${word}\``)
  })
})

describe('a pack with a mistake in it', () => {
  let folder = ''
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'weixi-pack-')), 'core')
    await cp(core, folder, { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true }))

  const misspell = async (id: string, passage: string, by: string) => {
    const file = join(folder, 'playbooks', `${id}.yaml`)
    await writeFile(file, (await readFile(file, 'utf8')).replace(passage, by))
  }

  test('shows every mistake of every file, by file and line', async () => {
    await misspell('care-call', 'kind: after', 'kind: later')
    await misspell('service-cycle', '"Agree"', '""')
    const { problems } = await readPack(folder)
    expect(problems.map(({ file, field, said }) => `${file.slice(folder.length + 1)} ${field} ${said.code}`)).toEqual([
      'playbooks/care-call.yaml steps[8].kind value.unknown',
      'playbooks/service-cycle.yaml steps[3].title.en text.empty',
    ])
  })

  test('leaves out only the file with the mistake', async () => {
    await misspell('care-call', 'kind: after', 'kind: later')
    const { definitions } = await readPack(folder)
    expect(definitions.map(({ playbook }) => playbook.id)).toEqual(shipped.filter((id) => id !== 'care-call'))
  })

  test('is not loaded at all when it does not name itself in both languages', async () => {
    const file = join(folder, 'pack.yaml')
    await writeFile(file, (await readFile(file, 'utf8')).replace(', en: "Core"', ''))
    const { definitions, problems } = await readPack(folder)
    expect(definitions).toEqual([])
    expect(problems.map(({ line, field, said }) => `${line} ${field} ${said.code}`)).toEqual([
      '3 title.en language.missing',
    ])
  })

  test('says so when it holds no playbook', async () => {
    for (const id of shipped) await rm(join(folder, 'playbooks', `${id}.yaml`))
    const pack = await readPack(folder)
    expect(pack.problems.map(({ said }) => said.code)).toEqual(['pack.empty'])
  })
})
