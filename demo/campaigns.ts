import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { spreadOver } from '#domain/retention/campaign.ts'
import { armOf } from '#domain/retention/holdout.ts'
import type { OfferWay } from '#domain/retention/way.ts'
import { chanceOf } from './chance.ts'
import { at, dayOf } from './moment.ts'
import { people, staffId } from './people.ts'
import { idOf, type Rows } from './rows.ts'

type Customer = { id: Id; kind: string; manager_id: Id | null; since: Day | null }

type Story = {
  title: string
  aim: string
  offer: string
  way: OfferWay
  lead: string
  unit: string
  share: number
  costEachFen: number
  started: string
  first: string
  until: string
  stayMonth: number
  readOn: string
}

/**
 * Two campaigns of the spring whose day has come and one under way. Nothing of their outcome is written here: who left the branch since has left it, in
 * either arm, and the page says of that what so few customers can say.
 */
const stories: readonly Story[] = [
  {
    title: '五月关怀回访',
    aim: '合约快到期的，先问一遍用得怎么样',
    offer: '',
    way: 'care',
    lead: 'gu',
    unit: 'vip',
    share: 0.3,
    costEachFen: 600,
    started: '05-06 09:20',
    first: '05-06',
    until: '05-29',
    stayMonth: 202610,
    readOn: '11-12',
  },
  {
    title: '城南春季回访',
    aim: '普通客户半年没联系的，问一遍',
    offer: '流量加油包 5GB',
    way: 'addition',
    lead: 'yan',
    unit: 'gr',
    share: 0.5,
    costEachFen: 900,
    started: '05-06 10:05',
    first: '05-06',
    until: '05-29',
    stayMonth: 202610,
    readOn: '11-12',
  },
  {
    title: '年终留客',
    aim: '年底前把每位客户的套餐对一遍，不合适的当面换',
    offer: '续约送两个月月租',
    way: 'fit',
    lead: 'gu',
    unit: 'vip',
    share: 0.3,
    costEachFen: 1500,
    started: '11-20 16:40',
    first: '11-30',
    until: '12-18',
    stayMonth: 202702,
    readOn: '2027-03-10',
  },
]

export const tellCampaigns = (rows: Rows): void => {
  const persons = rows
    .all<Customer>('customer')
    .filter(({ kind, since }) => kind === 'person' && (since ?? '') < '2026-05')
  const left = leaversOf(rows)
  for (const story of stories) {
    const kept = new Set(people.filter(({ unit }) => unit === story.unit).map(({ code }) => staffId(code)))
    const own = persons.filter(({ id, manager_id }) => manager_id !== null && kept.has(manager_id) && !left(id, story))
    tellCampaign(rows, story, own)
  }
}

/** Who has left by now was still there in spring. */
const leaversOf = (rows: Rows) => {
  const gone = new Set(
    rows
      .all<{ customer_id: Id; status: string }>('member')
      .flatMap(({ customer_id, status }) => (status === 'left' ? [customer_id] : [])),
  )
  return (id: Id, { started }: Story): boolean => started > '06' && gone.has(id)
}

const tellCampaign = (rows: Rows, story: Story, customers: readonly Customer[]): void => {
  const id = idOf(`campaign ${story.title}`)
  const seed = `demo ${story.title}`
  const lead = staffId(story.lead)
  const started = at(story.started)
  rows.add('campaign', {
    id,
    unit_id: idOf(`unit ${story.unit}`),
    title: story.title,
    aim: story.aim,
    offer: story.offer,
    playbook_key: 'care-call',
    way: story.way,
    cost_each_fen: story.costEachFen,
    audience: { name: '个人', filter: { kind: 'person' } },
    seed,
    share: story.share,
    contact_until: dayOf(story.until),
    stay_month: story.stayMonth,
    read_on: dayOf(story.readOn),
    state: 'running',
    started_at: started,
    set_by: lead,
    set_at: started,
    changed_by: lead,
    changed_at: started,
  })
  const drawn = customers.map((customer) => ({
    ...customer,
    arm: armOf({ campaignId: id, seed, share: story.share }, customer.id),
  }))
  for (const { id: customer_id, arm } of drawn) rows.add('campaign_customer', { campaign_id: id, customer_id, arm })
  const byManager = Map.groupBy(
    drawn.filter(({ arm }) => arm === 'contacted'),
    ({ manager_id }) => manager_id,
  )
  for (const [manager, own] of byManager) tellContacts(rows, story, id, manager ?? lead, own)
}

/** In spring four in five were reached within the weeks; those of this winter are still to be called. */
const tellContacts = (rows: Rows, story: Story, campaignId: Id, manager: Id, own: readonly Customer[]): void => {
  const random = chanceOf(`reached for ${story.title} by ${manager}`)
  const days = spreadOver(own.length, dayOf(story.first), dayOf(story.until))
  own.forEach((customer, i) => {
    const due = days[i] ?? dayOf(story.until)
    const past = story.first < '06'
    const reached = past && random() < 0.8
    rows.add('task', {
      id: rows.freshId(),
      customer_id: customer.id,
      owner_id: manager,
      playbook_key: 'care-call',
      about_zh: '关怀电话',
      about_en: 'Care call',
      subject: story.title,
      due_on: due,
      state: past ? (reached ? 'done' : 'dropped') : 'open',
      settled_at: past ? at(`${due} 16:20`) : null,
      reason: past && !reached ? '几次都没接通' : null,
      campaign_id: campaignId,
      set_by: staffId(story.lead),
      set_at: at(story.started),
    })
  })
}
