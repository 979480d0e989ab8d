import { useLanguage } from '#web/ui/language.tsx'

const zh = {
  skip: '跳到正文',
  navigation: '主导航',
  beside: '旁边的页面',
  more: '更多',
  search: '客户、号码后四位、操作',
  searchActs: '页面、操作',
  brand: '维系',
  customerView: '对客',
  customerViewShort: '对客',
  theme: '明暗',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  density: '疏密',
  densities: { comfortable: '舒展', compact: '紧凑' },
  language: '语言',
  display: '显示',
}

const en: typeof zh = {
  skip: 'Skip to content',
  navigation: 'Main navigation',
  beside: 'Pages beside this one',
  more: 'More',
  search: 'Customers, last four digits, actions',
  searchActs: 'Pages, actions',
  brand: 'Weixi',
  customerView: 'Customer view',
  customerViewShort: 'Client',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  density: 'Density',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  language: 'Language',
  display: 'Display',
}

/** The frame's own words: it is there before anything else has loaded, so they are too. */
export const useShellWords = (): typeof zh => ({ zh, en })[useLanguage()]
