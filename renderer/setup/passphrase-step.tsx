import { useState, type JSX } from 'react';
import type { SetupWord } from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import { Both } from '../language/language.tsx';
import { Fault } from './fault.tsx';
import { generatePassphrase } from './generate-passphrase.ts';
import { Slip } from './slip.tsx';
import type { StepParts } from './step.ts';
import { TextField } from './text-field.tsx';
import { Tick } from './tick.tsx';

/** Says what is lost with it before it is chosen; typed twice, or made and written down. */
export function PassphraseStep({
  draft,
  change,
  faults,
}: StepParts): JSX.Element {
  const [isShown, setShown] = useState(false);
  const [copying, setCopying] = useState<'copied' | 'not-copied'>();
  const set = (part: Partial<typeof draft>): void => {
    setCopying(undefined);
    change({ ...part, isKept: false });
  };
  const make = (): void => {
    const passphrase = generatePassphrase();
    set({ passphrase, passphraseAgain: passphrase });
    setShown(true);
  };
  const copy = (): void => {
    navigator.clipboard.writeText(draft.passphrase).then(
      () => {
        setCopying('copied');
      },
      // A kiosk's browser may not let a page have the clipboard.
      () => {
        setCopying('not-copied');
      },
    );
  };
  return (
    <div className="setup-sides">
      <div className="setup-side">
        <TextField
          says={(w) => w.setup.screen.passphrase}
          hint={(w) => w.setup.screen['passphrase-hint']}
          secret={!isShown}
          maxLength={256}
          value={draft.passphrase}
          fault={faults['passphrase']}
          onChange={(passphrase) => {
            set({ passphrase });
          }}
        />
        <TextField
          says={(w) => w.setup.screen['passphrase-again']}
          secret={!isShown}
          maxLength={256}
          value={draft.passphraseAgain}
          fault={faults['passphraseAgain']}
          onChange={(passphraseAgain) => {
            set({ passphraseAgain });
          }}
        />
        <div className="setup-tools">
          <Tool word="generate" onPress={make} />
          <Tool
            word={isShown ? 'hide' : 'show'}
            onPress={() => {
              setShown(!isShown);
            }}
          />
          <Tool
            word="copy"
            isDisabled={draft.passphrase === ''}
            onPress={copy}
          />
          <Tool
            word="print"
            isDisabled={draft.passphrase === ''}
            onPress={() => {
              window.print();
            }}
          />
        </div>
        {copying !== undefined && (
          <p className="setup-hint" role="status">
            <Both of={(w) => w.setup.screen[copying]} />
          </p>
        )}
      </div>
      <section className="setup-lost">
        <h2 className="setup-lost-title">
          <Icon name="warning" />
          <Both of={(w) => w.setup.screen['lost-title']} />
        </h2>
        <ul className="setup-lost-list">
          {(['lost-who', 'lost-never', 'lost-works', 'keep'] as const).map(
            (word) => (
              <li key={word}>
                <Both of={(w) => w.setup.screen[word]} />
              </li>
            ),
          )}
        </ul>
        <Tick
          says={(w) => w.setup.screen.kept}
          isTicked={draft.isKept}
          onChange={(isKept) => {
            change({ isKept });
          }}
        />
        <Fault code={faults['isKept']} />
      </section>
      <Slip draft={draft} />
    </div>
  );
}

function Tool({
  word,
  isDisabled = false,
  onPress,
}: {
  readonly word: SetupWord;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      className="setup-tool"
      disabled={isDisabled}
      onClick={onPress}
    >
      <Both of={(w) => w.setup.screen[word]} />
    </button>
  );
}
