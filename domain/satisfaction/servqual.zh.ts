import type { Dimension } from './servqual.ts'

export const dimensionNames: Record<Dimension, string> = {
  tangibles: '看得见的',
  reliability: '说到做到',
  responsiveness: '及时回应',
  assurance: '让人放心',
  empathy: '替人着想',
}

/** The 22 items by number: what a good company should be like, and what we are like [M-08]. Items 10–13 and 18–22 say it the other way round. */
export const itemTexts: Record<number, { expected: string; experienced: string }> = {
  1: { expected: '好的公司，设施应该是新式、好用的。', experienced: '我们的设施新式、好用。' },
  2: { expected: '营业场所应该看着舒服。', experienced: '我们的营业场所看着舒服。' },
  3: { expected: '工作人员应该穿戴整洁。', experienced: '我们的工作人员穿戴整洁。' },
  4: { expected: '环境和设施应该配得上所做的服务。', experienced: '我们的环境和设施配得上所做的服务。' },
  5: { expected: '答应什么时候做好，就应该按时做好。', experienced: '我们答应什么时候做好，就按时做好。' },
  6: { expected: '客户遇到难处，应该关心并且帮忙。', experienced: '您遇到难处时，我们关心并且帮忙。' },
  7: { expected: '公司应该靠得住。', experienced: '我们靠得住。' },
  8: { expected: '说好的服务应该一次做对。', experienced: '说好的服务，我们一次做对。' },
  9: { expected: '账单和记录应该准确。', experienced: '我们的账单和记录准确。' },
  10: { expected: '不用告诉客户具体什么时候来服务。', experienced: '我们不说清具体什么时候来服务。' },
  11: { expected: '客户不该指望马上得到服务。', experienced: '在我们这里，很难马上得到服务。' },
  12: { expected: '工作人员不必总是愿意帮忙。', experienced: '我们的工作人员并不总愿意帮忙。' },
  13: { expected: '太忙的时候，可以不马上理会客户的要求。', experienced: '我们的工作人员太忙，顾不上马上回应您。' },
  14: { expected: '工作人员应该值得信任。', experienced: '我们的工作人员值得信任。' },
  15: { expected: '办业务时，客户应该觉得安心。', experienced: '在我们这里办业务，您觉得安心。' },
  16: { expected: '工作人员应该有礼貌。', experienced: '我们的工作人员有礼貌。' },
  17: { expected: '公司应该支持工作人员把事做好。', experienced: '我们的工作人员得到公司的支持，能把事做好。' },
  18: { expected: '不必对每位客户都单独照顾。', experienced: '我们没有单独照顾到您。' },
  19: { expected: '工作人员不必关心每位客户个人。', experienced: '我们的工作人员没有关心您个人。' },
  20: { expected: '不该指望工作人员知道客户需要什么。', experienced: '我们的工作人员不知道您需要什么。' },
  21: { expected: '不该指望公司把客户的利益放在心上。', experienced: '我们没有把您的利益放在心上。' },
  22: { expected: '服务时间不必方便每位客户。', experienced: '我们的服务时间对您不方便。' },
}
