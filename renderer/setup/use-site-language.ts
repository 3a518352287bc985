import { useEffect } from 'react';
import type { Language } from '#kiosk/contract';
import { useLanguage } from '../language/language.tsx';

/** Shows the language the site asks for on a screen where nobody has chosen one yet. */
export function useSiteLanguage(wanted: Language | undefined): void {
  const { language, switchLanguage } = useLanguage();
  useEffect(() => {
    const isChosen = localStorage.getItem('postern.language') !== null;
    if (wanted !== undefined && wanted !== language && !isChosen)
      switchLanguage();
  }, [wanted, language, switchLanguage]);
}
