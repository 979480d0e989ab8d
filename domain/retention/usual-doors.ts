import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Doors, DoorStep } from './guard.ts'

const step = (zh: string, minutes: number, en: string): DoorStep => ({ what: { zh, en }, minutes })

/** The ways in, out and back for each kind of customer. A starting point: leaving and coming back are as short as joining. */
export const usualDoors: Readonly<Record<CustomerKind, Doors>> = {
  person: {
    in: {
      steps: [
        step('带上证件，说要办哪一种', 3, 'Bring your identity card and say what you would like'),
        step('核对身份，看清约定，签名', 8, 'We check who you are; you read the terms and sign'),
        step('领卡或开通，当场试一次', 5, 'Take the card or have it switched on, and try it here'),
      ],
      channels: ['hall', 'phone'],
    },
    out: {
      steps: [
        step(
          '拨打客服热线或来营业厅，说一声要走，当天登记',
          3,
          'Call the hotline or come to a hall and say so; it is noted the same day',
        ),
        step(
          '结清已出的账单；有约定期限的，按合同说清楚',
          6,
          'Settle the bills already issued; where a term was agreed, we explain what the contract says',
        ),
        step(
          '想带着号码走，当场告诉怎么取授权码；以往的账单需要也可以打一份',
          3,
          'To keep the number, we show on the spot how to get the transfer code; a copy of past bills on request',
        ),
      ],
      channels: ['hall', 'phone'],
    },
    back: {
      steps: [
        step('带上证件，说要回来', 3, 'Bring your identity card and say you would like to come back'),
        step('看清约定，签名', 6, 'Read the terms and sign'),
        step('当场开通', 5, 'It is switched on here'),
      ],
      channels: ['hall', 'phone'],
    },
  },
  group: {
    in: {
      steps: [
        step('经办人出具盖章的证明', 10, 'A stamped letter from the company'),
        step('核对成员清单，看清约定，签协议', 30, 'We go through the list of lines; you read the terms and sign'),
        step('约时间上门开通，逐个试通', 60, 'We agree a time, come and switch on line by line'),
      ],
      channels: ['visit', 'hall'],
    },
    out: {
      steps: [
        step(
          '经办人出具盖章的说明，客户经理当天受理',
          10,
          'A stamped letter from the company; its manager takes it the same day',
        ),
        step(
          '核对成员清单，结清账单，设备约时间取回',
          30,
          'We go through the list of lines, settle the bills and agree when equipment is collected',
        ),
        step(
          '需要保留的号码逐个办好，再停专线，不中断使用',
          40,
          'Numbers to be kept are moved one by one before the line is closed, so nothing stops working',
        ),
      ],
      channels: ['visit', 'hall'],
    },
    back: {
      steps: [
        step('经办人出具盖章的证明', 10, 'A stamped letter from the company'),
        step('核对成员清单，看清约定，签协议', 30, 'We go through the list of lines; you read the terms and sign'),
        step('约时间开通', 40, 'We agree a time and switch it on'),
      ],
      channels: ['visit', 'hall'],
    },
  },
  outlet: {
    in: {
      steps: [
        step('跟客户经理说一声，带上执照和许可证', 5, 'Tell the manager, with the business and retail licences'),
        step('看清订货约定，签名', 10, 'Read the terms of ordering and sign'),
        step('建好订货账号，当面试订一次', 10, 'The ordering account is set up and tried together'),
      ],
      channels: ['visit', 'phone'],
    },
    out: {
      steps: [
        step('跟客户经理说一声，写一张停止订货的单子', 5, 'Tell the manager and sign a note that orders stop'),
        step('核对货款和陈列架，多退少补', 10, 'We reconcile payments and display racks, and pay back what is due'),
        step('许可证的事，告诉您到哪个窗口办', 5, 'For the licence we tell you which counter to go to'),
      ],
      channels: ['visit', 'phone'],
    },
    back: {
      steps: [
        step('跟客户经理说一声要回来', 5, 'Tell the manager you would like to come back'),
        step('看清订货约定，签名', 10, 'Read the terms of ordering and sign'),
        step('开通原来的订货账号', 5, 'The former ordering account is opened again'),
      ],
      channels: ['visit', 'phone'],
    },
  },
}
