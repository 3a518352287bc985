import {
  createContext,
  use,
  useEffect,
  useState,
  type JSX,
  type ReactNode,
} from 'react';
import { words, type Language, type Words } from '#kiosk/contract';

/** Finds or makes the text of one language. */
export type Say = (words: Words, language: Language) => string;

const storageKey = 'postern.language';

const LanguageContext = createContext<{
  readonly language: Language;
  readonly switchLanguage: () => void;
}>({ language: 'zh', switchLanguage: () => undefined });

/** Keeps which language is large; the other is always there, smaller. */
export function LanguageProvider({
  children,
}: {
  readonly children: ReactNode;
}): JSX.Element {
  const [language, setLanguage] = useState<Language>(rememberedLanguage);
  useEffect(() => {
    localStorage.setItem(storageKey, language);
    document.documentElement.lang = tags[language];
    document.documentElement.dataset['language'] = language;
  }, [language]);
  return (
    <LanguageContext
      value={{
        language,
        switchLanguage: () => {
          setLanguage(otherThan);
        },
      }}
    >
      {children}
    </LanguageContext>
  );
}

/** The large language, and the way to change it. */
export function useLanguage(): {
  readonly language: Language;
  readonly switchLanguage: () => void;
} {
  return use(LanguageContext);
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

function rememberedLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
}
