import type { Words } from '#domain/kernel/said.ts'
import type { Arm } from './holdout.ts'
import type { CampaignFacts, CampaignPhase, CampaignState } from './campaign.ts'

const states: Record<CampaignState, string> = {
  draft: '还没开始',
  running: '已经开始',
  stopped: '已经停了',
  dropped: '收起来了',
}

export const phaseNames: Record<CampaignPhase, string> = {
  draft: '草稿',
  contacting: '联系中',
  waiting: '等结果',
  readable: '可看结果',
  dropped: '收起来了',
}

export const armNames: Record<Arm, string> = { contacted: '联系组', heldOut: '对照组' }

export const campaignZh: Words<CampaignFacts> = {
  'campaign.nobody': () => '名单里一位也没有，换个条件再看。',
  'campaign.contactOver': ({ until }) => `联系截止 ${until} 已经过了，改到今天以后。`,
  'campaign.outcomeTooSoon': ({ month, until }) => `要联系到 ${until}，结果不能只看到 ${month} 月底，往后改。`,
  'campaign.readTooSoon': ({ month, earliest }) =>
    `${month} 月底留没留下，最早 ${earliest} 才知道，看结果的日子往后改。`,
  'campaign.notNow': ({ state }) => `这个活动${states[state]}，不能这样改。`,
  'campaign.read': ({ readOn }) => `${readOn} 起就是看结果的时候了，不能再改。`,
  'campaign.contacted': ({ customers }) => `已经联系了 ${customers} 位，开始不能撤回；不想再联系，可以停下。`,
  'campaign.noPlaybook': () => '没有这个流程，换一个。',
}
