import type { Words } from '#domain/kernel/said.ts'
import { percent } from '#domain/kernel/wording.ts'
import type { VoiceFacts } from './norms.ts'

export const voiceWordsZh: Words<VoiceFacts> = {
  'pace.slow': ({ perMinute, least }) => `每分钟 ${perMinute} 个字，比 ${least} 慢，可以稍快一点。`,
  'pace.fast': ({ perMinute, most }) => `每分钟 ${perMinute} 个字，超过 ${most}，听的人容易跟不上。`,
  'pace.easy': ({ perMinute }) => `每分钟 ${perMinute} 个字，听得清楚。`,
  'pitch.flat': ({ range, least }) => `音高起伏 ${range} 个半音，不到 ${least}，听起来平。把重点词读高一点。`,
  'pitch.lively': ({ range }) => `音高起伏 ${range} 个半音，有高有低。`,
  'pitch.restless': ({ range, most }) => `音高起伏 ${range} 个半音，超过 ${most}，可以稳一点。`,
  'pause.long': ({ seconds, at }) => `第 ${at} 秒起停了 ${seconds} 秒。要查资料时先说一声“请您稍等”。`,
  'recording.noisy': ({ overNoise }) => `人声只比环境响 ${overNoise} 分贝，请靠近话筒，或换个安静的地方。`,
  'recording.clipped': ({ share }) => `有 ${percent(share)} 的声音录破了，请离话筒远一点。`,
  'recording.nothing': () => '没有听到说话，请检查话筒。',
}
