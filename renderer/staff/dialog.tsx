import { useEffect, useId, useRef, type JSX, type ReactNode } from 'react';
import { Icon } from '../app/icon.tsx';
import { Both, useBothText, type Say } from '../language/language.tsx';
import './dialog.css';

/** A question over the screen: the browser's own dialog keeps focus in it and closes it on Escape. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  readonly title: Say;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): JSX.Element {
  const titleId = useId();
  const bothText = useBothText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onClose={onClose}
      // Its own Escape and Enter are not those of the gate behind it.
      onKeyDown={(event) => {
        event.stopPropagation();
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId} className="dialog-title">
          <Both of={title} />
        </h2>
        <button
          type="button"
          className="dialog-close"
          aria-label={bothText((w) => w.staff.screen.close)}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="cross" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
