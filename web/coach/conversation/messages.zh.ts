export const zh = {
  title: '对话',
  remark: '回头看一次通话或聊天：说到哪一步，漏了什么，答应了什么',
  private:
    '对话只在这台设备上看，不上传；留下的用您的座席钥匙锁着，组长也看不到。只有您按下“记进客户的接触”，文字才进客户的记录。',
  add: '看另一段',
  failed: { title: '规则没有读出来', remedy: '看看网络，再试一次。' },
  start: {
    title: '放一段对话进来',
    box: '粘贴通话文字或聊天记录',
    boxHint: '每句前面有是谁说的，如“客户：”“客服：”或名字',
    boxExample: '客户：我的宽带又断了，这个月第三次了\n客服：您好，是全屋断，还是只有书房断？\n客户：全屋',
    file: '拖进来，或选一个文件',
    fileHint: 'TXT，或 CSV（一列谁说的，一列说了什么）',
    unreadable: '这个文件读不出文字；存成 TXT 或 CSV 再试。',
    typed: '一句一句打',
    who: '谁说的',
    words: '说了什么',
    add: '加上',
    open: '开放式提问',
    closed: '封闭式提问',
    example: '没有现成的？看一段例子',
    day: '哪天谈的',
    dayHint: '“明天”从这天算起',
    look: '看这段对话',
    roles: '谁是谁，认错了在这里改',
  },
  by: { staff: '我们', customer: '客户' },
  names: { staff: '客服', customer: '客户' },
  examples: [
    {
      id: 'polite',
      name: '例子：很客气，没办成',
      text: `客户：我的宽带又断了，这个月第三次了，你们到底修不修？
客服：您好，非常抱歉给您带来不便，非常理解您的心情。
客户：每次都说抱歉，上次说两天有人来，到现在没人联系我。
客服：非常抱歉，您的问题我们已经记录，会尽快为您反馈给相关部门，请您耐心等待。
客户：等到什么时候？我在家办公，今天又开不了会。
客服：非常抱歉，具体时间现在还不清楚，会尽快为您处理，请您谅解。
客户：你们除了抱歉还会什么？再不修我就投诉，换一家。
客服：非常抱歉给您带来不好的体验，感谢您的来电，祝您生活愉快。`,
    },
    {
      id: 'plain',
      name: '例子：话不多，办成了',
      text: `客户：我的宽带又断了，这个月第三次了，你们到底修不修？
客服：您好，三次都影响您上网，换了谁都着急。是全屋断，还是只有书房断？
客户：全屋，光猫红灯闪。
客服：您的意思是光猫红灯、全屋断网，这个月第三次，对吗？我查到您那栋楼的光路信号弱，不是您家里的问题。
客户：对。那怎么办？我下午两点还要开会，希望别再断了。
客服：可以这样：师傅今天下午一点前上门换接头；您也可以先用我开通的 10G 流量开热点。您看行吗？
客户：好的，一点前来就行。
客服：已经派单了，我今天下午三点给您回电话，确认修好没有。
客户：好，谢谢，修好了就行。`,
    },
  ],
  view: {
    lines: '一句一句看',
    count: (n: number) => `${n} 句`,
    line: (n: number) => `第 ${n} 句`,
    instead: '可以说',
    levels: { forbid: '不能说', avoid: '生硬', hint: '可以更好' },
    clean: '没有不能说的和生硬的话。',
    marked: (n: number) => `${n} 处标了`,
    worse: '从这里变坏',
    missed: '漏了',
  },
  scores: {
    process: '过程分',
    processNote: '说的是怎么谈的，不预测客户满不满意',
    processMade: '由什么组成',
    of100: '/100',
    steps: (share: string) => `需要的步骤做到 ${share}`,
    full: '做到',
    half: '做到一半',
    none: '没有',
    greeting: '问候',
    closing: '结束语',
    words: (n: number) => (n === 0 ? '没有不能说的和生硬的话' : `${n} 句不能说或生硬`),
    points: (n: number, most: number) => `${n} / ${most}`,
    risk: '结果风险',
    riskNote: '旁人读了这段文字，认为客户不满意的可能',
    noRisk: '估不出：要有问有答，而且是中文。这个模型只学过中文对话。',
    worse: '风险变大',
    better: '风险变小',
    effect: (n: string) => `${n} 分`,
    effectNote: '按满意度的分数，−2 到 2',
    apart: '两个数不合成一个：话客气、事没办，过程看着周到，风险照样高。',
    cannot: '这一页不知道的',
    cannotList: [
      '语气、快慢、停了多久：这里只有文字',
      '谈完以后事情办没办成',
      '这位客户的脾气和来历',
      '模型学的是公开的书面客服对话，打电话的话更长更碎',
    ],
    notJudge: '不能拿来给人打分：一半以上取决于客户来的时候是什么样。',
  },
  steps: {
    title: '六步',
    remark: '点一下，看是哪一句',
    missing: '没有看到',
    weak: '只有一半',
  },
  missed: { title: '可以补上的', none: '没有看出漏了什么。' },
  mood: {
    title: '客户的心情',
    remark: '按说的话估，−3 要投诉、要走，3 很高兴',
    summary: (from: number, to: number, worse: number) =>
      `客户的心情从 ${from} 到 ${to}，${worse === 0 ? '没有变坏' : `变坏 ${worse} 次`}`,
    turn: '第几句',
    value: '心情',
    heard: '听到的',
    few: '客户只说了一句，画不出线。',
    worse: '变坏的地方',
    calm: '没有变坏的地方。',
  },
  questions: {
    title: '提问',
    counts: (open: number, closed: number) => `开放 ${open} · 封闭 ${closed}`,
    open: '开放',
    closed: '封闭',
    none: '没有',
    note: '开放的让客户说，封闭的用来确认；客户答“不”，下一句问开放的。',
  },
  ledger: {
    title: '记进账本',
    remark: '先选客户，再一条一条记',
    whom: '哪位客户',
    promise: (by: string) => `我们答应的，${by}前`,
    expectation: '客户想要的',
    toPromise: '记进承诺',
    toExpectation: '记进期望',
    taken: '已记',
    none: '没有看出有日子的承诺和客户的期望。',
    touch: '记进客户的接触',
    touched: '已在客户的接触里',
    channel: '怎么谈的',
    channels: { call: '电话', message: '微信、短信', visit: '当面' },
    touchHint: '这段文字进客户的时间线，同事和组长能看到。',
    long: '太长，只记前 2000 个字。',
    open: '打开客户',
  },
  keep: {
    act: '只留给自己看',
    kept: '留下了，只有您打得开',
    keptAlready: '已留下',
    noRoom: '这台设备放不下了，先删几段再留',
    title: '留下的',
    none: '还没有留下的对话。',
    drop: '删掉',
    dropped: '删掉了',
  },
}
