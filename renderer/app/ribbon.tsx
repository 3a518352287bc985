import type { JSX } from 'react';
import { words } from '#kiosk/contract';
import './ribbon.css';

/** Over every state of the demo profile, in both languages alike. */
export function Ribbon(): JSX.Element {
  return (
    <p className="ribbon">
      <span lang="zh-Hans">{words.zh.profiles.demo}</span>{' '}
      <span className="ribbon-latin" lang="en">
        {words.en.profiles.demo}
      </span>
    </p>
  );
}
