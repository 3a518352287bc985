import { StrictMode, type JSX } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/noto-sans-sc';
import './styles/tokens.css';
import './styles/themes.css';
import './styles/base.css';
import './styles/kinds.css';
import { App } from './app/app.tsx';
import type { LiveKiosk } from './connect/connect-kiosk.ts';
import { LanguageProvider } from './language/language.tsx';
import { loadLetters } from './language/load-letters.ts';
import { wearTheme } from './theme/theme.ts';
import { Traveller } from './traveller/traveller.tsx';

/** Draws the kiosk into an element, over whatever stands for its service. */
export function mount(
  kiosk: LiveKiosk,
  element: HTMLElement,
  host: { readonly openTraveller?: () => boolean } = {},
): void {
  draw(<App kiosk={kiosk} {...host} />, element);
}

/** Draws what the traveller sees of the same kiosk. */
export function mountTraveller(kiosk: LiveKiosk, element: HTMLElement): void {
  draw(<Traveller kiosk={kiosk} />, element);
}

function draw(page: JSX.Element, element: HTMLElement): void {
  loadLetters();
  wearTheme(document.documentElement);
  createRoot(element).render(
    <StrictMode>
      <LanguageProvider>{page}</LanguageProvider>
    </StrictMode>,
  );
}
