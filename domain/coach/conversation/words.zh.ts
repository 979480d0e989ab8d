import type { Words } from '#domain/kernel/said.ts'
import type { MissedFacts } from './missed.ts'
import type { Mood } from './mood.ts'
import type { RiskFeature } from './features.ts'
import type { Step } from './steps.ts'
import type { TranscriptFacts } from './transcript.ts'

export const transcriptWordsZh: Words<TranscriptFacts> = {
  'transcript.empty': () => '还没有对话。把通话文字或聊天记录粘贴进来。',
  'transcript.unmarked': ({ lines }) => `这 ${lines} 行看不出是谁说的。每句前面写上“客户：”或“客服：”。`,
  'transcript.roles': ({ names }) => `${names} 是客户还是我们的人？请选一下。`,
}

export const stepWordsZh: Readonly<Record<Step, string>> = {
  listen: '听客户说完',
  analyse: '问清楚',
  understand: '表示理解',
  restate: '复述确认',
  answer: '答复',
  solve: '给办法',
}

export const moodWordsZh: Readonly<Record<Mood, string>> = {
  escalate: '说到投诉',
  leaving: '说到离开',
  angry: '生气',
  again: '又一次',
  hurry: '着急',
  worry: '担心',
  thanks: '道谢',
}

export const missedWordsZh: Words<MissedFacts> = {
  'feeling.unheard': ({ turn }) => `第 ${turn} 句客户很不满意，接下来没有先说一句理解。`,
  'need.unrestated': ({ turns }) => `客户说了 ${turns} 次，没有用自己的话复述一遍请客户确认。`,
  'no.unopened': ({ turn }) => `第 ${turn} 句客户答了“不”，可以接着问一句开放的：“那是什么情况？”`,
  'refusal.bare': ({ turn }) => `第 ${turn} 句只说了不能，没有说能做什么。`,
  'promise.undated': ({ turn }) => `第 ${turn} 句答应了，没有说几点、哪天。`,
  'answer.repeated': ({ first, turn }) => `第 ${turn} 句和第 ${first} 句几乎一样，客户会觉得没人在听。`,
  'question.unanswered': ({ turn }) => `第 ${turn} 句客户还在问，没有回答就结束了。`,
  'leaving.unasked': ({ turn }) => `第 ${turn} 句客户说到离开，没有问一句为什么。`,
  'solution.absent': () => '整段对话没有答复，也没有办法。',
}

/** Each feature of the risk where there is more of it than usual, and where there is less. */
export const riskWordsZh: Readonly<Record<RiskFeature, readonly [more: string, less: string]>> = {
  lastThanks: ['客户最后道了谢', '客户最后没有道谢'],
  lastSolved: ['客户说解决了', '客户没有说解决了'],
  lastPraise: ['客户最后夸了一句', '客户最后没有夸'],
  lastAgrees: ['客户最后应了“好的”', '客户最后没有应“好的”'],
  lastUnsolved: ['客户最后说还是不行', '客户最后没有说不行'],
  lastAngry: ['客户最后还在生气', '客户最后没有生气'],
  lastEscalates: ['客户最后说到投诉', '客户最后没有提投诉'],
  lastAgain: ['客户最后说“又”“一直”“几天了”', '客户最后没有说拖了多久'],
  lastAsks: ['客户最后还在问', '客户最后没有再问'],
  lastPresses: ['客户最后连着追问', '客户最后没有追问'],
  lastYouPeople: ['客户最后说“你们”', '客户最后没有说“你们”'],
  lastLength: ['客户最后说得很长', '客户最后说得不长'],
  betweenThanks: ['客户中间道过谢', '客户中间没有道谢'],
  betweenSolved: ['客户中间说有了结果', '客户中间没有说有结果'],
  betweenPraise: ['客户中间夸过', '客户中间没有夸'],
  betweenExclaims: ['客户中间语气很重', '客户中间语气平和'],
  betweenYouPeople: ['客户中间说“你们”', '客户中间没有说“你们”'],
  betweenAngry: ['客户中间生气', '客户中间没有生气'],
  firstAngry: ['客户一来就生气', '客户来时没有生气'],
  firstYouPeople: ['客户一来就说“你们”', '客户来时没有说“你们”'],
  firstExclaims: ['客户一来语气就重', '客户来时语气平和'],
  firstAsksWhy: ['客户一来就问凭什么、为什么', '客户来时没有质问'],
  silent: ['我们答复以后客户没有再说话', '我们答复以后客户接着说了'],
  weSteps: ['我们说了具体怎么做', '我们没有说具体怎么做'],
  weDone: ['我们说已经办好了', '我们没有说办好了'],
  wePassesOn: ['我们多半在说“反馈”“记录”', '我们很少只说“反馈”“记录”'],
  weElsewhere: ['我们请客户换个地方去说', '我们没有请客户换个地方去说'],
  weWaits: ['我们请客户等', '我们没有请客户等'],
  wePossible: ['我们说了可以怎么样', '我们没有说可以怎么样'],
  weCannot: ['我们说了不能', '我们没有说不能'],
  weRepeat: ['我们的话前后差不多', '我们没有重复自己的话'],
  wordsOfOurs: ['我们说得比客户多', '我们说得比客户少'],
  closePassesOn: ['我们最后一句是“反馈”“跟进”', '我们最后一句不是“反馈”“跟进”'],
  closePossible: ['我们最后说了可以怎么样', '我们最后没有说可以怎么样'],
  closeRequest: ['我们最后还在请客户做事', '我们最后没有再请客户做事'],
  closeVague: ['我们最后的答应没有时间', '我们最后没有空口答应'],
}
