import type { choices } from './dossier.ts'
import type { Question } from './experience.ts'
import type { Stage } from './experience.ts'
import type { DecisionRole } from './deciders.ts'
import type { Source } from './completeness.ts'
import type { Style, StyleCue } from './style.ts'

/** Names of what is asked and observed about a customer, in one language. */
export type ProfileLabels = {
  cues: Record<StyleCue, string>
  /** How to get on with each style: first what helps, then what does not. */
  advice: Record<Style, { do: string; avoid: string }>
  buying: Record<(typeof choices.buyingType)[number], string>
  stages: Record<Stage, string>
  questions: Record<Question['key'], string>
  answers: Record<string, Record<string, string>>
  roles: Record<DecisionRole, string>
  sources: Record<Source, string>
}

export const profileZh: ProfileLabels = {
  cues: {
    orderly: '东西摆得整齐，按步骤来',
    few_words: '话少，先听',
    exact_detail: '用词准，问细节',
    monotone: '语调平，表情少',
    wants_charts: '爱看表和数',
    fast_talk: '说话快',
    direct: '有话直说',
    eye_contact: '一直看着对方',
    by_plan: '按日程办事',
    decides_at_once: '当场拍板',
    slow_soft: '说话慢而轻',
    agrees: '常点头附和',
    patient: '不催',
    family_photos: '桌上摆家人照片',
    encouraging: '会鼓励人',
    vivid_tone: '声调起伏大',
    quick_gestures: '手势多而快',
    jokes: '爱开玩笑',
    sociable: '认识的人多',
    shows_things: '爱展示自己的东西',
  },
  advice: {
    analytical: { do: '给数据、给时间，书面写清细节', avoid: '催着定，或只讲感觉' },
    driver: { do: '先说结果，给两个选项，说短', avoid: '从头铺垫' },
    amiable: { do: '先问近况，慢一点，让人安心', avoid: '施压、抢话' },
    expressive: { do: '说前景，肯定对方，最后把细节落到纸上', avoid: '一上来就念条款' },
  },
  buying: {
    straight_rebuy: '照原样办，交服务水平',
    modified_rebuy: '先分析变了什么',
    new_purchase: '给一套完整方案',
  },
  stages: { awareness: '认知', knowledge: '了解', inclination: '倾向', use: '使用', loyalty: '忠诚' },
  questions: {
    knows: '知道这项业务吗',
    route: '从哪里听说的',
    functions: '知道有哪些功能',
    charging: '清楚怎么收费吗',
    opening: '觉得开通和操作难不难',
    obstacle: '最大的顾虑是什么',
    frequency: '多久用一次',
    likes: '喜欢用在哪里',
    problems: '遇到过什么问题',
    goOn: '会继续用吗',
  },
  answers: {
    knows: { yes: '知道', no: '不知道' },
    charging: { yes: '清楚', partly: '大概', no: '不清楚' },
    opening: { simple: '简单', fair: '一般', complex: '复杂' },
    frequency: { daily: '每天', weekly: '每周', rarely: '偶尔', never: '没用过' },
    goOn: { yes: '会', unsure: '说不准', no: '不会' },
  },
  roles: { initiator: '发起者', evaluator: '评估者', gatekeeper: '过滤者', purchaser: '采购者', decider: '决策者' },
  sources: {
    visit: '上门',
    call: '电话',
    hall: '营业厅',
    message: '微信、短信',
    event: '活动',
    survey: '调查',
    complaint: '投诉',
    system: '业务系统',
  },
}
