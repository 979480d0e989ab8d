import { searchKeysOf } from '#domain/customer/name-keys.ts'
import type { Role } from '#domain/staff/role.ts'
import { dayOf } from './moment.ts'
import { idOf, type Rows } from './rows.ts'

/** Shown at sign-in: the demo holds nothing that is anyone's. */
export const DEMO_PASSWORD = 'weixi-demo-2026'

type Unit = { key: string; code: string; name: string; under?: string }

/** A city's telecom office and, beside it, the tobacco county whose retailers it lends its method to. */
const units: Unit[] = [
  { key: 'yc', code: '1', name: '云川分公司' },
  { key: 'vip', code: '11', name: '城北 VIP 组', under: 'yc' },
  { key: 'gr', code: '12', name: '城南个人组', under: 'yc' },
  { key: 'jt', code: '13', name: '集团组', under: 'yc' },
  { key: 'zc', code: '14', name: '支撑中心', under: 'yc' },
  { key: 'lx', code: '2', name: '柳溪县营销部' },
  { key: 'lx1', code: '21', name: '柳溪东线', under: 'lx' },
  { key: 'lx2', code: '22', name: '柳溪西线', under: 'lx' },
  { key: 'lxs', code: '23', name: '柳溪送货部', under: 'lx' },
  { key: 'lxd', code: '24', name: '柳溪订单部', under: 'lx' },
  { key: 'lxm', code: '25', name: '柳溪市场部', under: 'lx' },
  { key: 'lxj', code: '26', name: '柳溪专卖稽查', under: 'lx' },
]

type Person = { code: string; name: string; short: string; unit: string; roles: Role[]; seat?: string }

export const people: Person[] = [
  { code: 'gu', name: '顾一鸣', short: '顾组长', unit: 'vip', roles: ['lead', 'manager'] },
  { code: 'lin', name: '林晓岚', short: '小林', unit: 'vip', roles: ['manager', 'vip_desk'], seat: 'VIP 专席 3 号座' },
  { code: 'fang', name: '方静', short: '小方', unit: 'vip', roles: ['vip_desk'], seat: 'VIP 专席 1 号座' },
  { code: 'han', name: '韩一诺', short: '小韩', unit: 'vip', roles: ['manager', 'vip_desk'], seat: 'VIP 专席 2 号座' },
  { code: 'ma', name: '马超群', short: '小马', unit: 'vip', roles: ['manager'] },
  { code: 'yan', name: '严冬', short: '严组长', unit: 'gr', roles: ['lead'] },
  { code: 'xu', name: '许可', short: '小许', unit: 'gr', roles: ['manager'] },
  { code: 'zhou', name: '周宁', short: '小周', unit: 'gr', roles: ['manager'] },
  { code: 'wu', name: '吴迪', short: '小吴', unit: 'gr', roles: ['manager'] },
  { code: 'qin', name: '秦朗', short: '秦组长', unit: 'jt', roles: ['lead', 'manager'] },
  { code: 'pan', name: '潘云', short: '小潘', unit: 'jt', roles: ['manager'] },
  { code: 'song', name: '宋佳', short: '小宋', unit: 'jt', roles: ['manager'] },
  { code: 'ye', name: '叶青', short: '小叶', unit: 'jt', roles: ['manager'] },
  { code: 'tang', name: '唐玥', short: '唐老师', unit: 'zc', roles: ['trainer'] },
  { code: 'ji', name: '季敏', short: '季敏', unit: 'yc', roles: ['admin'] },
  { code: 'hansong', name: '韩松', short: '网络部 韩松', unit: 'zc', roles: ['collaborator'] },
  { code: 'donglin', name: '董琳', short: '交付组 董琳', unit: 'zc', roles: ['collaborator'] },
  { code: 'peng', name: '彭程', short: '账务组 彭程', unit: 'zc', roles: ['collaborator'] },
  { code: 'hewen', name: '贺文', short: '贺主任', unit: 'lx', roles: ['lead'] },
  { code: 'lu', name: '陆远', short: '小陆', unit: 'lx1', roles: ['manager'] },
  { code: 'shi', name: '石磊', short: '小石', unit: 'lx1', roles: ['manager'] },
  { code: 'ge', name: '葛红', short: '小葛', unit: 'lx2', roles: ['manager'] },
  { code: 'lao', name: '劳建新', short: '送货 老劳', unit: 'lxs', roles: ['collaborator'] },
  { code: 'miao', name: '苗青', short: '订单 苗青', unit: 'lxd', roles: ['collaborator'] },
  { code: 'zou', name: '邹凯', short: '市场经理 邹凯', unit: 'lxm', roles: ['collaborator'] },
  { code: 'cen', name: '岑岚', short: '营销策划 岑岚', unit: 'lxm', roles: ['collaborator'] },
  { code: 'xing', name: '邢伟', short: '稽查 邢伟', unit: 'lxj', roles: ['collaborator'] },
]

export const staffId = (code: string): string => idOf(`staff ${code}`)

export const unitOf = (code: string): string => people.find((person) => person.code === code)?.unit ?? 'yc'

/** Units, people, and who is away. */
export const tellPeople = (rows: Rows): void => {
  for (const unit of units)
    rows.add('unit', {
      id: idOf(`unit ${unit.key}`),
      code: unit.code,
      name: unit.name,
      parent_id: unit.under ? idOf(`unit ${unit.under}`) : null,
    })
  for (const [place, person] of people.entries())
    rows.add('staff', {
      id: staffId(person.code),
      code: person.code,
      name: person.name,
      name_sort: searchKeysOf(person.name).sortKey,
      short_name: person.short,
      roles: person.roles,
      unit_id: idOf(`unit ${person.unit}`),
      seat: person.seat ?? null,
      // What every closing names, so that the customer can reach them.
      work_phone: `5555 ${String(101 + place).padStart(4, '0')}`,
    })
  away(rows, 'ma', '11-19', '12-02', 'leave')
  away(rows, 'ye', '11-25', '11-27', 'training')
  away(rows, 'fang', '11-24', '11-24', 'shift')
  away(rows, 'lin', '12-24', '12-25', 'leave')
}

const away = (rows: Rows, code: string, from: string, to: string, kind: 'leave' | 'shift' | 'training'): void => {
  rows.add('absence', {
    id: rows.freshId(),
    staff_id: staffId(code),
    from_day: dayOf(from),
    to_day: dayOf(to),
    kind,
  })
}
