const JUDGING =
  /不合理|无理|不讲理|过分|离谱|胡搅蛮缠|胡闹|得寸进尺|贪心|贪得无厌|难缠|刁难|刁蛮|找茬|无事生非|想得美|异想天开|\b(?:unreasonable|unrealistic demand|ridiculous|greedy|difficult customer|nonsense|absurd|demanding too much)\b/iu

/**
 * The first word that judges what a customer wants, or null. A satisfied customer is a matter of what we can do and what was
 * hoped for, never of whether the hope was right. For our own wording; the customer's words stay as spoken.
 */
export const judgingWord = (text: string): string | null => JUDGING.exec(text)?.[0] ?? null
