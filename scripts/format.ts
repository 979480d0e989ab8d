import { step } from './steps.ts'

step('format', 'oxfmt')
