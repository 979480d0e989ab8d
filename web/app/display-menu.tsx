import { IconButton } from '#web/ui/button.tsx'
import { Popover } from '#web/ui/popover.tsx'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { setPreferences, usePreferences } from './preferences.ts'
import { useShellWords } from './shell-words.ts'

/** Theme, density and language of this device. */
export function DisplayMenu() {
  const words = useShellWords()
  return (
    <Popover
      label={words.display}
      placement="bottom end"
      trigger={<IconButton label={words.display} icon="settings" kind="bare" />}
    >
      <DisplayChoices />
    </Popover>
  )
}

/** The same choices without a layer, for the phone's drawer and the settings page. */
export function DisplayChoices() {
  const words = useShellWords()
  const { theme, density, language } = usePreferences()
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label={words.theme}
        value={theme}
        onChange={(theme) => setPreferences({ theme })}
        options={[
          { id: 'system', label: words.themes.system },
          { id: 'light', label: words.themes.light },
          { id: 'dark', label: words.themes.dark },
        ]}
      />
      <RadioGroup
        label={words.density}
        value={density}
        onChange={(density) => setPreferences({ density })}
        options={[
          { id: 'comfortable', label: words.densities.comfortable },
          { id: 'compact', label: words.densities.compact },
        ]}
      />
      <RadioGroup
        label={words.language}
        value={language}
        onChange={(language) => setPreferences({ language })}
        options={[
          { id: 'zh', label: '中文' },
          { id: 'en', label: 'English' },
        ]}
      />
    </div>
  )
}
