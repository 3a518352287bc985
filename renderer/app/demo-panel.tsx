import { useId, useState, type JSX } from 'react';
import type { DemoPerson } from '#kiosk/contract';
import { Both, useBothText } from '../language/language.tsx';
import type { Send } from '../gate/send.ts';
import { Icon } from './icon.tsx';
import { useKeys } from './use-keys.ts';
import './demo-panel.css';

/** Sends anyone of the demo world, or a pasted code, through the real service. */
export function DemoPanel({
  people,
  send,
  onClose,
}: {
  readonly people: readonly DemoPerson[];
  readonly send: Send;
  readonly onClose: () => void;
}): JSX.Element {
  const [text, setText] = useState('');
  const fieldId = useId();
  const bothText = useBothText();
  useKeys({ Escape: onClose });
  return (
    <aside
      className="panel"
      aria-label={bothText((w) => w.screen['demo-panel'])}
    >
      <div className="panel-head">
        <h2 className="panel-title">
          <Both of={(w) => w.screen['demo-people']} />
        </h2>
        <button
          type="button"
          className="panel-close"
          aria-label={bothText((w) => w.screen.close)}
          onClick={onClose}
        >
          <Icon name="cross" />
        </button>
      </div>
      <ul className="panel-people">
        {people.map(({ id, labelZh, labelEn }) => (
          <li key={id}>
            <button
              type="button"
              className="panel-person"
              onClick={() => {
                send({ kind: 'demo-arrive', personId: id });
              }}
            >
              <Both
                of={(_w, language) => (language === 'zh' ? labelZh : labelEn)}
              />
            </button>
          </li>
        ))}
      </ul>
      <form
        className="panel-paste"
        onSubmit={(event) => {
          event.preventDefault();
          send({ kind: 'capture', text, source: 'panel' });
          setText('');
        }}
      >
        <label className="panel-title" htmlFor={fieldId}>
          <Both of={(w) => w.screen['demo-paste']} />
        </label>
        <textarea
          id={fieldId}
          className="panel-text"
          rows={3}
          maxLength={65_536}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <button type="submit" className="panel-send" disabled={text === ''}>
          <Both of={(w) => w.screen['demo-send']} />
        </button>
      </form>
    </aside>
  );
}
