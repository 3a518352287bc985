import { expect, type Page } from '@playwright/test';
import { words, type SetupStep } from '#kiosk/contract';

/** What is typed and chosen on the way; each may be another. */
export interface Answers {
  readonly rootFile: string;
  readonly bundleFile: string;
  readonly scannerPath: string;
  readonly supervisor: string;
  readonly pin: string;
  readonly passphrase: string;
}

export const usualAnswers = {
  supervisor: '王主管',
  pin: '73915026',
  passphrase: 'correct horse battery staple',
} as const;

/** The screens of the first run, in Chinese unless told otherwise. */
export interface FirstRun {
  /** Waits for a step to be on the screen. */
  at(step: SetupStep): Promise<void>;
  next(): Promise<void>;
  /** Chooses both files of the bundle's step. */
  files(rootFile: string, bundleFile: string): Promise<void>;
  /** Does what this step asks for and stays on it. */
  answer(step: SetupStep, answers: Answers): Promise<void>;
  /** From the step on the screen to the last, and writes it; ends where the lane says it is open. */
  finish(
    answers: Answers,
    visit?: (step: SetupStep) => Promise<void>,
  ): Promise<void>;
}

export const setupSteps: readonly SetupStep[] = [
  'language',
  'site-type',
  'place',
  'lane',
  'bundle',
  'supervisor',
  'passphrase',
  'scanner',
  'test',
  'thermometer',
  'summary',
];

export function firstRun(page: Page, language: 'zh' | 'en' = 'zh'): FirstRun {
  const { setup, directions } = words[language];
  const { screen, steps, siteTypes } = setup;
  const field = (name: string) => page.getByLabel(name, { exact: false });
  const at = async (step: SetupStep): Promise<void> => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      steps[step].title,
    );
  };
  const press = async (name: string): Promise<void> => {
    await page.locator('.setup-foot').getByRole('button', { name }).click();
  };
  const tick = async (name: string): Promise<void> => {
    await page.getByRole('checkbox', { name }).check();
  };
  const choose = async (name: string): Promise<void> => {
    await page.getByRole('radio', { name }).check();
  };
  const twice = async (
    first: string,
    again: string,
    text: string,
  ): Promise<void> => {
    await field(again).fill(text);
    await field(first).first().fill(text);
  };
  const files = async (rootFile: string, bundleFile: string): Promise<void> => {
    const chosen = page.locator('input[type=file]');
    await chosen.nth(0).setInputFiles(rootFile);
    await chosen.nth(1).setInputFiles(bundleFile);
  };
  const answer = async (step: SetupStep, answers: Answers): Promise<void> => {
    switch (step) {
      case 'site-type':
        await choose(siteTypes.station);
        break;
      case 'place':
        await field(screen['name-zh']).fill('成都东站');
        await field(screen['name-en']).fill('Chengdu East Station');
        await field(screen['checkpoint-id']).fill('CD-EAST-01');
        break;
      case 'lane':
        await choose(directions.in);
        await field(screen['lane-name']).fill('3');
        break;
      case 'bundle':
        await files(answers.rootFile, answers.bundleFile);
        await tick(screen.compared);
        break;
      case 'supervisor':
        await field(screen['supervisor-name']).fill(answers.supervisor);
        await twice('PIN', screen['pin-again'], answers.pin);
        break;
      case 'passphrase':
        await twice(
          screen.passphrase,
          screen['passphrase-again'],
          answers.passphrase,
        );
        await tick(screen.kept);
        break;
      case 'scanner':
        await choose(screen['by-hand']);
        await page
          .getByRole('textbox', { name: screen['port-path'] })
          .fill(answers.scannerPath);
        break;
      case 'thermometer':
        await choose(screen['no-thermometer']);
        break;
      case 'language':
      case 'test':
      case 'summary':
        break;
    }
  };
  const next = (): Promise<void> => press(screen.next);
  return {
    at,
    next,
    files,
    answer,
    finish: async (answers, visit) => {
      for (const step of setupSteps) {
        if (!(await isAt(page, steps[step].title))) continue;
        await answer(step, answers);
        await visit?.(step);
        await press(step === 'summary' ? screen.write : screen.next);
        const following = setupSteps[setupSteps.indexOf(step) + 1];
        if (following !== undefined) await at(following);
      }
      await expect(page.getByRole('heading', { level: 1 })).toContainText(
        screen.done,
      );
    },
  };
}

async function isAt(page: Page, title: string): Promise<boolean> {
  const heading = await page.getByRole('heading', { level: 1 }).textContent();
  return heading?.includes(title) ?? false;
}
