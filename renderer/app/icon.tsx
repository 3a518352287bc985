import type { JSX } from 'react';

const paths = {
  scanner:
    'M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M3 12h18',
  thermometer: 'M7 13.5V5a2 2 0 1 1 4 0v8.5a4 4 0 1 1-4 0zM15 6h4M15 10h3',
  check: 'M4 12.5 9.5 18 20 6.5',
  cross: 'M5 5 19 19M19 5 5 19',
  dots: 'M5 12h.01M12 12h.01M19 12h.01',
  data: 'M12 3 5 6v5c0 4.6 2.9 8.2 7 10 4.1-1.8 7-5.4 7-10V6zM12 8v4l2.5 2',
  upload:
    'M12 20V10M8 13.5 12 9.5l4 4M5.5 16A4.5 4.5 0 0 1 7 7.3 5.5 5.5 0 0 1 17.4 8 4 4 0 0 1 18.5 16',
  warning: 'M12 4 2.5 20h19zM12 10v4.5M12 17.3v.1',
  sound:
    'M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  silence: 'M4 9.5v5h3.5L12 19V5L7.5 9.5zM16 9.5 21 14.5M21 9.5 16 14.5',
  'volume-low': 'M7 9.5v5h3.5L15 19V5l-4.5 4.5z',
  'volume-medium': 'M5 9.5v5h3.5L13 19V5L8.5 9.5zM16.5 9a4.2 4.2 0 0 1 0 6',
  'volume-high':
    'M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  in: 'M11 4h7a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-7M3 12h11M10 8l4 4-4 4',
  out: 'M13 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h7M10 12h11M17 8l4 4-4 4',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7.5V12l3 2',
  test: 'M9 3h6M10 3v6.5L5 18.5A1.7 1.7 0 0 0 6.5 21h11a1.7 1.7 0 0 0 1.5-2.5L14 9.5V3M7.5 15h9',
  syringe:
    'M18 3 21 6M19.5 4.5 15.5 8.5M13 6 18 11 9.5 19.5 4.5 14.5zM4.5 19.5 2.5 21.5M7 17 5.5 18.5M10.5 8.5 13 11M8 11 10.5 13.5',
  shield:
    'M12 3 5 6v5c0 4.6 2.9 8.2 7 10 4.1-1.8 7-5.4 7-10V6zM8.5 12 11 14.5l4.5-5',
  stop: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM9 9l6 6M15 9l-6 6',
  empty: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM8 12h8',
  say: 'M4 5h16v11H11l-5 4v-4H4z',
  next: 'M4 12h15M13 6l6 6-6 6',
  back: 'M20 12H5M11 6l-6 6 6 6',
  staff:
    'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4 20.5c0-4 3.4-6.5 8-6.5s8 2.5 8 6.5',
  badge:
    'M5 7h14v13H5zM10 7V4h4v3M12 11a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM8.5 17.6c.5-1.2 1.8-2 3.5-2s3 .8 3.5 2',
  display:
    'M4 7h9M19 7h1M4 17h1M11 17h9M16 4.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8zM8 14.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8z',
  window: 'M4 5h16v14H4zM4 9.5h16M7 7.3h.01',
  panel: 'M4 5h16v14H4zM14.5 5v14',
  erase: 'M9 6h11v12H9L3 12zM12 9.5 17 14.5M17 9.5 12 14.5',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing the size of the text beside it; hidden from screen readers unless it has a label. */
export function Icon({
  name,
  label,
}: {
  readonly name: IconName;
  readonly label?: string;
}): JSX.Element {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      {...(label === undefined
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': label })}
    >
      <path d={paths[name]} />
    </svg>
  );
}
