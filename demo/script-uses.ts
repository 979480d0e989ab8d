import type { Wording } from '#domain/script/definition.ts'
import { packWording, wordingFor } from '#domain/script/wording.ts'
import { chanceOf } from './chance.ts'
import { at } from './moment.ts'
import { staffId } from './people.ts'
import { idOf, type Rows } from './rows.ts'

type Touch = { id: string; at: Date; channel: string; direction: string; reached?: boolean; outcome?: string | null }

/** A lead's wording of how two times are offered, turn about with the pack's since the summer. */
const OURS = idOf('our either-or')
const ours: Wording = {
  first: {
    zh: '{{address}}，我过来，您不用跑。{{slot.first}}，还是{{slot.second}}？二十分钟就够。',
    en: "{{address}}, I'll come to you. {{slot.first}}, or {{slot.second}}? Twenty minutes will do.",
  },
  familiar: {
    zh: '{{slot.first}}还是{{slot.second}}？二十分钟。',
    en: '{{slot.first}}, or {{slot.second}}? Twenty minutes.',
  },
  difficult: {
    zh: '就二十分钟。{{slot.first}}，还是{{slot.second}}，您定；都不合适我再调。',
    en: "Twenty minutes, no more. {{slot.first}}, or {{slot.second}}, as you like; if neither suits I'll move things round.",
  },
  fallback: {
    zh: '我过来，您不用跑。明天上午十点，还是后天下午三点？二十分钟就够。',
    en: "I'll come to you. Tomorrow at ten, or the day after at three? Twenty minutes will do.",
  },
}

const EITHER_OR = 'core/either-or-visit'
const SINCE = at('06-01')

/** Which words a call is told with: how often, and how often something came of it. */
const said: readonly { script: string; share: number; meeting?: number; accepted?: number; from?: Date }[] = [
  { script: 'core/familiar-picks-up-thread', share: 0.3 },
  { script: 'core/confirm-meaning', share: 0.2 },
  { script: 'core/refuse-other-way', share: 0.06, accepted: 0.4 },
  { script: 'core/three-half-own-manager', share: 0.05, accepted: 0.25 },
]

/** What is said with which words, and what came of it: enough for one comparison to be told apart, and too little for others [S-30][G-13]. */
export const tellScriptUses = (rows: Rows): void => {
  rows.add('script_revision', {
    id: OURS,
    script: EITHER_OR,
    version: 1,
    words: ours,
    why: '先说二十分钟，客户更愿意定时间',
    made_by: staffId('gu'),
    made_at: SINCE,
  })
  const live = [packWording(1), OURS]
  rows.add('script_live', { script: EITHER_OR, wordings: live, set_by: staffId('gu'), set_at: SINCE })
  for (const touch of rows.all<Touch>('touch')) {
    if (touch.direction !== 'active') continue
    if (touch.channel === 'call') tellCall(rows, touch, live)
    else if (touch.channel === 'message') tellMessage(rows, touch)
  }
  tellPitches(rows)
}

const tellCall = (rows: Rows, touch: Touch, live: readonly string[]): void => {
  const random = chanceOf(`words ${touch.id}`)
  const told = (script: string, wording: string, meeting: boolean, accepted: boolean): void => {
    const version = random() < 0.6 ? 'familiar' : 'first'
    rows.add('touch_words', { touch_id: touch.id, script, wording, version, meeting, accepted })
  }
  const wording = wordingFor(live, EITHER_OR, touch.id) ?? packWording(1)
  if (!touch.reached) return
  if (touch.at >= SINCE && random() < 0.25) told(EITHER_OR, wording, random() < (wording === OURS ? 0.68 : 0.36), false)
  for (const { script, share, meeting = 0, accepted = 0 } of said)
    if (random() < share) told(script, packWording(1), random() < meeting, random() < accepted)
}

const tellMessage = (rows: Rows, touch: Touch): void => {
  const random = chanceOf(`words ${touch.id}`)
  if (random() > 0.5) return
  rows.add('touch_words', {
    touch_id: touch.id,
    script: 'core/thanks-after-talk',
    wording: packWording(1),
    version: 'first',
    meeting: false,
    accepted: false,
  })
}

/** Two pitches for everybody, and one of Lin Xiaolan's own. */
const tellPitches = (rows: Rows): void => {
  const keep = (
    name: string,
    owner: string | null,
    [product, persona, it_is, suits, after_use, example]: readonly [string, string, string, string, string, string],
  ): void => {
    const by = owner ?? 'gu'
    rows.add('pitch', {
      id: idOf(name),
      owner_id: owner === null ? null : staffId(owner),
      product,
      persona,
      it_is,
      suits,
      after_use,
      example,
      changed_by: staffId(by),
      changed_at: SINCE,
    })
  }
  keep('pitch roaming', null, [
    '出境包天流量',
    '常出差的人',
    '简单说，出境上网一天一个价',
    '特别适合说走就走的人',
    '用上以后，落地开机就能用',
    '比如去三天，只算三天的钱',
  ])
  keep('pitch shop network', null, [
    '店铺双线宽带',
    '开店的人',
    '简单说，一条断了另一条顶上',
    '特别适合收款离不开网的店',
    '用上以后，断线也不耽误收钱',
    '比如上月修路，照样刷得出单',
  ])
  keep('pitch own plan', 'lin', [
    '一家人共用套餐',
    '有老人孩子的家',
    '简单说，一家人共用一份流量',
    '特别适合三口以上的家',
    '用上以后，一张账单全看清',
    '比如老人用不完，给孩子用',
  ])
}
