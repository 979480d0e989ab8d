import { aCallNotAText } from './wang-muyun.ts'
import { aGreetingInMourning } from './shao-xiuying.ts'
import { closedIsNotFelt } from './sun-guilan.ts'
import { everyYearAtTheSameTime } from './shan-zhiyuan.ts'
import { everyoneButTheDecider } from './anlan.ts'
import { halfOfWhatWasAsked } from './xie-xiaozhou.ts'
import { shortOfTheTopTier } from './beiyu.ts'
import type { Story } from './story.ts'
import { theBillNobodyExplained } from './li-suzhen.ts'
import { theCutoverAndTheNightShift } from './hengchuan.ts'
import { theDayAfterMarket } from './fushun.ts'
import { theWrongFloor } from './jinhe.ts'
import { threePromises } from './tao-yongnian.ts'

/** In the order of `docs/demo.md`: six under way, two that went well, four that failed. */
export const twelveStories: readonly Story[] = [
  theBillNobodyExplained,
  theCutoverAndTheNightShift,
  everyoneButTheDecider,
  everyYearAtTheSameTime,
  closedIsNotFelt,
  shortOfTheTopTier,
  aCallNotAText,
  halfOfWhatWasAsked,
  theDayAfterMarket,
  threePromises,
  theWrongFloor,
  aGreetingInMourning,
]
