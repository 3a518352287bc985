import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/noto-sans-sc';
import './styles/tokens.css';
import './styles/base.css';
import { App } from './app/app.tsx';
import type { LiveKiosk } from './connect/connect-kiosk.ts';
import { LanguageProvider } from './language/language.tsx';
import { loadLetters } from './language/load-letters.ts';

/** Draws the kiosk into an element, over whatever stands for its service. */
export function mount(kiosk: LiveKiosk, element: HTMLElement): void {
  loadLetters();
  createRoot(element).render(
    <StrictMode>
      <LanguageProvider>
        <App kiosk={kiosk} />
      </LanguageProvider>
    </StrictMode>,
  );
}
