import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  known: {
    bills: 'The last three bills',
    billsRemark: 'yuan',
    own: 'Customer',
    ofGroup: 'Firm',
    noBills: 'No bills yet',
    promises: 'Promises still open',
    noPromises: 'Nothing owed',
    rivals: 'What competitors do',
    noRivals: 'Nothing noted yet',
  },
  packing: {
    gifts: 'Gifts in store',
    left: (n) => `${n} left`,
    noGifts: 'No gifts in store now',
    asked: 'Gift application',
    apply: 'Apply',
    forms: 'Forms to bring',
    formsRemark: 'Filled in on the phone after filing; paper works too',
    paper: (form) => `Print ${form}`,
    print: 'Print',
    failed: 'Could not print; try again with a network',
  },
  way: {
    title: 'Agreed',
    none: 'Not begun from the calendar; no time was agreed',
    planned: 'Our own plan still; the customer has not agreed',
    open: 'Open the appointment',
  },
  unticked: 'Not ticked before leaving: is it here?',
  still: {
    title: 'Before you go',
    ours: 'Promised today',
    owed: 'Promised before and still open',
    needs: 'Needs that came up today',
    nothing: 'Nothing new today, and nothing owed',
    checks: 'Not done yet',
  },
}
