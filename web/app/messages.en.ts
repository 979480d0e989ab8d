import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  brand: 'Weixi',
  otherLanguage: '中文',
  roles: {
    manager: 'Customer manager',
    vip_desk: 'VIP desk',
    lead: 'Team lead',
    trainer: 'Trainer',
    admin: 'Administrator',
    collaborator: 'Collaborator',
  },
  nav: { customers: 'Customers', absences: 'Leave', people: 'People' },
  unreachable: 'The server cannot be reached; check the network and reload.',
  signIn: {
    title: 'Sign in',
    code: 'Staff number',
    password: 'Password',
    enter: 'Enter',
    demo: 'Demo accounts',
    demoRemark: 'Everything here is invented; click around freely',
    demoRest: (n) => `${n} more`,
    about: 'Keep every customer who matters',
  },
  setup: {
    title: 'First start',
    remark: 'Name this branch, then make its administrator.',
    branch: 'Name of the branch',
    name: 'Your name',
    code: 'Staff number',
    password: 'Password, at least 10 characters',
    keeps: 'I also keep customers and lead a team',
    keepsRemark: 'For a small office where one person does it all',
    done: 'Done, sign in',
  },
  seat: {
    settings: 'My settings',
    phone: 'Open on a phone',
    signOut: 'Sign out',
    lock: 'Lock this seat',
    display: 'Display',
  },
}
