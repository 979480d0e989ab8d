import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  title: 'Open on a phone',
  signIn: 'Sign in',
  closed: 'Only this computer can open Weixi now',
  closedWhy:
    'A phone keeps drafts offline, records and signs in by fingerprint only over HTTPS. Stop Weixi and start it again like this; it makes its own certificate:',
  plain: 'Phones can open it, though not over HTTPS',
  plainWhy:
    'Reading and writing work; offline drafts, recording and fingerprints do not. For those start again with --tls:',
  command: 'npm start -- --tls',
  scan: 'Scan to open',
  scanRemark: 'The phone has to be in the same Wi-Fi as this computer',
  severalNets: 'This computer is in several nets; use the one that opens',
  qr: (address) => `QR code of ${address}`,
  trust: 'Let the phone trust this computer',
  trustRemark: 'Once for each phone',
  certificate: 'Download the certificate',
  certificateWhy: 'It can vouch for this computer and names in the local net, and for no other website.',
  android: 'Android',
  androidSteps: [
    'After scanning, the browser says that the connection is not private: choose Advanced, then Proceed.',
    'On this page choose Download the certificate.',
    'Open Settings, search for “CA certificate”, choose Install, and pick the downloaded file.',
    'Close the browser and scan again: the warning is gone.',
  ],
  iphone: 'iPhone',
  iphoneSteps: [
    'After scanning, Safari says that the connection is not private: choose Show Details, then visit this website.',
    'On this page choose Download the certificate and allow the profile to be downloaded.',
    'Settings now shows Profile Downloaded: choose Install.',
    'Then go to General → About → Certificate Trust Settings and switch Weixi on.',
  ],
  afterwards: 'Then',
  afterwardsSteps: [
    'Sign in with your own staff number.',
    'Choose Add to Home Screen in the browser’s menu, and open it like an app from then on.',
  ],
}
