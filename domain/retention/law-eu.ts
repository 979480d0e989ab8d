import type { RetentionLaw } from './law.ts'

/**
 * Changing provider in the European Union: Directive (EU) 2018/1972, article 106 paragraph 6. It had to be in national law by 2020-12-21; what a
 * member state adds (many forbid winning back during the switch) is that state's own entry beside this one.
 */
export const switchingEu: RetentionLaw = {
  id: 'eu-2018-1972-106',
  country: 'EU',
  kinds: ['person', 'group'],
  titleZh: '欧盟电子通信法典',
  titleEn: 'European Electronic Communications Code',
  number: 'Directive (EU) 2018/1972',
  article: '106',
  issuedOn: '2018-12-11',
  from: '2020-12-21',
  until: null,
  url: 'https://www.legislation.gov.uk/eudr/2018/1972/article/106',
  readOn: '2026-11-22',
  acts: [
    { item: 6, check: 'delay', zh: '不能拖延或滥用换网流程', en: 'no delaying or abusing the process of switching' },
    {
      item: 6,
      check: 'stall',
      zh: '话里不能不让换网，也不能拖延',
      en: 'no words that forbid switching or put it off',
    },
    {
      item: 6,
      check: 'proxy',
      zh: '没有客户的明确同意，不能替客户换网或转号',
      en: 'no switching or porting without the customer’s explicit consent',
    },
  ],
  grounds: ['realName', 'numberEnded'],
  providers: [],
  misleading: [],
  stalling: ['come back another day to leave', 'cannot be moved at the moment', '过几天再来办', '过几天再办'],
}
