import type { JSX } from 'react';
import { useLanguage } from '../language/language.tsx';
import { Cards } from './cards.tsx';

/** Changes the screen at once, so that the choice can be seen. */
export function LanguageStep(): JSX.Element {
  const { language, switchLanguage } = useLanguage();
  return (
    <Cards
      says={(w) => w.setup.steps.language.title}
      // Each in itself, for whoever cannot read the other.
      cards={[
        { value: 'zh', says: () => '中文' },
        { value: 'en', says: () => 'English' },
      ]}
      chosen={language}
      onChoose={(chosen) => {
        if (chosen !== language) switchLanguage();
      }}
    />
  );
}
