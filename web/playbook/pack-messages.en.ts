import type { zh } from './pack-messages.zh.ts'

export const en: typeof zh = {
  title: 'Packs',
  remark: 'Playbooks come in packs; choose here which unit works with which',
  playbooks: (n) => `${n} ${n === 1 ? 'playbook' : 'playbooks'}`,
  lists: 'check lists',
  everyone: 'for every kind of customer',
  only: (kinds) => `for ${kinds}`,
  kinds: { person: 'persons', group: 'groups', outlet: 'outlets' },
  reviewed: (who, day) => `read by ${who}, ${day}`,
  always: 'always in use: others build on it',
  units: 'Which units work with it',
  used: (n, of) => (n === of ? 'every unit' : `${n} of ${of} units`),
  broken: (n) => `${n} ${n === 1 ? 'mistake' : 'mistakes'}; what was sound before goes on`,
  line: (n) => `line ${n}`,
}
