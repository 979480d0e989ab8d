import type { zh } from './messages.zh.ts'

const times = (n: number, one: string, other: string): string => `${n} ${n === 1 ? one : other}`

export const en: typeof zh = {
  title: 'Conversations',
  remark: 'Look back at a call or a chat: which steps, what was missed, what was promised',
  private:
    'Conversations are looked at on this device and never sent. What you keep is locked with your own seat’s key; no lead sees it. Words enter a customer’s record only when you press “Put into the contact log”.',
  add: 'Another one',
  failed: { title: 'The rules could not be read', remedy: 'Check the network and try again.' },
  start: {
    title: 'Bring a conversation in',
    box: 'Paste the words of a call or a chat',
    boxHint: 'Each turn begins with who speaks: “Customer:”, “Agent:”, or a name',
    boxExample:
      'Customer: My broadband is down again, the third time this month\nAgent: Hello, is the whole flat down, or one room?\nCustomer: The whole flat',
    file: 'Drop a file here, or choose one',
    fileHint: 'TXT, or CSV with a column of who and a column of what',
    unreadable: 'No text can be read from this file; save it as TXT or CSV.',
    typed: 'Type it line by line',
    who: 'Who',
    words: 'What was said',
    add: 'Add',
    open: 'Open question',
    closed: 'Closed question',
    example: 'None at hand? See an example',
    day: 'Day of the talk',
    dayHint: '“Tomorrow” counts from it',
    look: 'Look at it',
    roles: 'Who is who, to be corrected here',
  },
  by: { staff: 'We', customer: 'Customer' },
  names: { staff: 'Agent', customer: 'Customer' },
  examples: [
    {
      id: 'polite',
      name: 'Example: polite, nothing done',
      text: `Customer: My broadband is down again, the third time this month. Will you ever repair it?
Agent: Hello, we are very sorry for the inconvenience and understand how you feel.
Customer: You are always sorry. Last time somebody was to come within two days, and nobody has called.
Agent: We are very sorry. Your problem has been noted and passed on; please be patient.
Customer: Until when? I work at home and missed a meeting today.
Agent: We are very sorry. It is not clear yet, and we will handle it as soon as possible.
Customer: This is ridiculous. I am going to file a complaint and switch to another company.
Agent: We are very sorry for the bad experience. Thank you for calling and have a nice day.`,
    },
    {
      id: 'plain',
      name: 'Example: few words, done',
      text: `Customer: My broadband is down again, the third time this month. Will you ever repair it?
Agent: Hello. Three times would make anybody impatient. Is the whole flat down, or only one room?
Customer: The whole flat, the box blinks red.
Agent: So the box blinks red and the whole flat is down, the third time this month, is that right? I found that the line to your building is weak; it is not your equipment.
Customer: Yes. What now? I have a meeting at two and want it not to fail again.
Agent: Our technician can change the connector before one today; or you can use the 10 GB of data I have just added. Which do you prefer?
Customer: Before one is fine.
Agent: It is ordered. I will call you back at three this afternoon to make sure that it works.
Customer: All right, thank you.`,
    },
  ],
  view: {
    lines: 'Line by line',
    count: (n) => times(n, 'turn', 'turns'),
    line: (n) => `Turn ${n}`,
    instead: 'Say instead',
    levels: { forbid: 'Not to be said', avoid: 'Blunt', hint: 'Could be better' },
    clean: 'Nothing forbidden or blunt was said.',
    marked: (n) => times(n, 'mark', 'marks'),
    worse: 'it gets worse here',
    missed: 'Missed',
  },
  scores: {
    process: 'Process score',
    processNote: 'how it was led; it does not predict satisfaction',
    processMade: 'What it is made of',
    of100: '/100',
    steps: (share) => `Steps that were needed: ${share}`,
    full: 'done',
    half: 'half done',
    none: 'missing',
    greeting: 'Greeting',
    closing: 'Closing',
    words: (n) =>
      n === 0 ? 'Nothing forbidden or blunt' : times(n, 'sentence forbidden or blunt', 'sentences forbidden or blunt'),
    points: (n, most) => `${n} of ${most}`,
    risk: 'Outcome risk',
    riskNote: 'the chance that a stranger who reads it calls the customer dissatisfied',
    noRisk: 'Cannot be told: it wants question and answer, in Chinese. The model has learnt from Chinese talks only.',
    worse: 'Adds risk',
    better: 'Takes risk away',
    effect: (n) => `${n} points`,
    effectNote: 'in points of satisfaction, −2 to 2',
    unhelped: (most) => `No answer and no way forward: courtesy cannot make up for that, ${most} at most`,
    apart: 'The two are never one number: one says how it was led, the other what a reader would make of it.',
    cannot: 'What this page cannot know',
    cannotList: [
      'Tone, pace and silences: here are words only',
      'What was done after the talk',
      'This customer’s temper and history',
      'The model has read public written service talks; calls are longer and untidier',
    ],
    notJudge: 'No ground for judging anybody: more than half depends on how the customer came.',
  },
  steps: { title: 'Six steps', remark: 'press one to see its line', missing: 'not seen', weak: 'half only' },
  missed: { title: 'What could be added', none: 'Nothing seems to be missing.' },
  mood: {
    title: 'The customer’s mood',
    remark: 'from the words: −3 threatens to complain or leave, 3 is delighted',
    summary: (from, to, worse) =>
      `The customer’s mood goes from ${from} to ${to}; ${worse === 0 ? 'it does not get worse' : `it gets worse ${times(worse, 'time', 'times')}`}`,
    turn: 'Turn',
    value: 'Mood',
    heard: 'Heard',
    few: 'The customer spoke only once: there is no line to draw.',
    worse: 'Where it gets worse',
    calm: 'It does not get worse.',
  },
  questions: {
    title: 'Questions',
    counts: (open, closed) => `${open} open · ${closed} closed`,
    open: 'Open',
    closed: 'Closed',
    none: 'none',
    note: 'Open ones let the customer talk, closed ones make sure; after a “no” ask an open one.',
  },
  saidBack: {
    title: 'Said back',
    remark: 'facts and feelings, and whether the customer said yes',
    facts: 'Facts',
    feeling: 'Feeling',
    yes: 'the customer said yes; it can go into the ledger',
    no: 'the customer said no',
    open: 'the customer said neither yes nor no',
    say: 'The need was not said back in our own words. It could be said so:',
    noNeed: 'No need was heard that could be said back.',
    forms: 'Three ways to have it confirmed',
  },
  needs: {
    title: 'Asking for the need',
    remark: 'situation, difficulty, effect, gain, one after the other',
    kinds: { situation: 'Situation', problem: 'Difficulty', implication: 'Effect', payoff: 'Gain' },
    means: {
      situation: 'how it is used now',
      problem: 'what is hard about it',
      implication: 'what the difficulty leads to',
      payoff: 'what solving it would give; for the customer to say',
    },
    none: 'not asked',
    next: 'Next',
  },
  ledger: {
    title: 'Into the ledgers',
    remark: 'choose the customer, then take each',
    whom: 'Which customer',
    promise: (by) => `we promised, by ${by}`,
    expectation: 'the customer wants',
    expectationSure: 'the customer wants, and said yes when it was said back',
    confirmed: 'what we said back, and the customer said yes',
    toPromise: 'Take as promise',
    toExpectation: 'Take as expectation',
    taken: 'Taken',
    none: 'No dated promise and no wish of the customer was found.',
    touch: 'Put into the contact log',
    touched: 'In the contact log',
    channel: 'How it was held',
    channels: { call: 'By phone', message: 'In writing', visit: 'Face to face' },
    touchHint: 'The words enter the customer’s timeline, where colleagues and leads see them.',
    long: 'Too long: only the first 2,000 characters are kept.',
    open: 'Open the customer',
  },
  keep: {
    act: 'Keep for myself',
    kept: 'Kept; only you can open it',
    keptAlready: 'Kept',
    noRoom: 'This device has no room left; delete a few first',
    title: 'Kept',
    none: 'No conversation kept yet.',
    drop: 'Delete',
    dropped: 'Deleted',
  },
}
