import { createContext, use, useEffect, type JSX, type ReactNode } from 'react';
import { words, type Language, type Words } from '#kiosk/contract';
import { rememberedChoice, useRemembered } from '../remembered.ts';

/** Finds or makes the text of one language. */
export type Say = (words: Words, language: Language) => string;

const chosenLanguage = rememberedChoice<Language>('postern.language', [
  'zh',
  'en',
]);

const LanguageContext = createContext<Language>('zh');

/** Keeps which language is large; the other is always there, smaller. */
export function LanguageProvider({
  children,
}: {
  readonly children: ReactNode;
}): JSX.Element {
  const language = useRemembered(chosenLanguage);
  useEffect(() => {
    document.documentElement.lang = tags[language];
    document.documentElement.dataset['language'] = language;
  }, [language]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The large language, and the way to change it. */
export function useLanguage(): {
  readonly language: Language;
  readonly switchLanguage: () => void;
} {
  return { language: use(LanguageContext), switchLanguage };
}

function switchLanguage(): void {
  chosenLanguage.set(otherThan(chosenLanguage.get()));
}

/** One text in both languages, the chosen one first and large. */
export function Both({ of }: { readonly of: Say }): JSX.Element {
  const { language } = useLanguage();
  const second = otherThan(language);
  return (
    <span className="both">
      <span className="both-first" lang={tags[language]}>
        {of(words[language], language)}
      </span>{' '}
      <span className="both-second" lang={tags[second]}>
        {of(words[second], second)}
      </span>
    </span>
  );
}

/** The same as one string, for accessible names. */
export function useBothText(): (of: Say) => string {
  const { language } = useLanguage();
  return (of) =>
    [language, otherThan(language)]
      .map((spoken) => of(words[spoken], spoken))
      .join(' ');
}

const tags: Readonly<Record<Language, string>> = {
  zh: 'zh-Hans',
  en: 'en',
};

function otherThan(language: Language): Language {
  return language === 'zh' ? 'en' : 'zh';
}
