/** A place where a person types: what comes there by hand is not a scan. */
export type TextField = HTMLInputElement | HTMLTextAreaElement | HTMLElement;

/** What a field said at one moment. */
export interface FieldText {
  /** Makes it say that again, as if typed, so that whatever draws it follows. */
  restore(): void;
}

/** The text field a key goes to, if it goes to one. */
export function fieldOf(target: EventTarget | null): TextField | undefined {
  if (target instanceof HTMLTextAreaElement) return target;
  if (target instanceof HTMLInputElement) {
    return withoutText.has(target.type) ? undefined : target;
  }
  return target instanceof HTMLElement && target.isContentEditable
    ? target
    : undefined;
}

export function textIn(field: TextField | undefined): FieldText | undefined {
  if (!(
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
  )) {
    return undefined;
  }
  const { value } = field;
  return {
    restore: () => {
      // The setter of the element's own class: React has put another before it.
      Object.getOwnPropertyDescriptor(
        Object.getPrototypeOf(field),
        'value',
      )?.set?.call(field, value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
  };
}

const withoutText: ReadonlySet<string> = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);
