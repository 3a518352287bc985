/** What hands do before a picture is taken; every name is the Chinese one. */
export type Deed =
  | {
      readonly press: string;
      /** Where others on the page are called the same. */
      readonly in?: 'main' | 'dialog';
    }
  | { readonly choose: string }
  | { readonly fill: string; readonly text: string }
  | { readonly file: string; readonly text: string };

export interface Handled {
  readonly state: string;
  readonly deeds: readonly Deed[];
}

export function pressing(...names: readonly string[]): readonly Deed[] {
  return names.map((press) => ({ press }));
}
