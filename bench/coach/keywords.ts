/** The lists of words a plain checker would look for, one an act: baselines of the benchmark, in raw text. */
export const actKeywords: Readonly<Record<string, RegExp>> = {
  open_q: /什么|怎么|如何|为什么/,
  closed_q: /吗|是否|有没有/,
  fact_q: /哪|多少|几|什么|提供|请问/,
  polite_request: /请|麻烦|建议/,
  restate: /您反映|您说|您是/,
  empathy: /理解|心情|着急/,
  apology: /抱歉|对不起|歉意|不好意思/,
  commit_vague: /会|将|尽快/,
  refusal_with_option: /无法|不能|暂不/,
  greet: /您好|你好|亲/,
  close: /谢谢|感谢|祝您|随时/,
}

export const spokenKeywords = /\b(?:what|how|why|tell me|describe)\b/i
