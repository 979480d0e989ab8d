import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Gallery } from './app/gallery/gallery.tsx'
import { TodaySample } from './app/gallery/today-sample.tsx'
import { Frame } from './app/frame.tsx'
import { applyPreferences } from './app/preferences.ts'
import './styles.css'

applyPreferences()

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')

createRoot(place).render(
  <StrictMode>
    <Frame>{location.pathname === '/ui/today' ? <TodaySample /> : <Gallery />}</Frame>
  </StrictMode>,
)
