import type { JSX } from 'react';
import { Both } from '../language/language.tsx';
import './idle.css';

/** Invites the next person; while a code is being read the frame closes round it. */
export function Idle({
  isReading,
}: {
  readonly isReading: boolean;
}): JSX.Element {
  return (
    <section className="idle" data-reading={isReading} aria-labelledby="idle">
      <HowTo />
      <div className="idle-says">
        <h1 className="idle-word" id="idle">
          {isReading && (
            <span className="idle-later">
              <Both of={(w) => w.screen.reading} />
            </span>
          )}
          {/* Stays for a moment while reading, so that a quick read does not flicker. */}
          <span className="idle-first" aria-hidden={isReading}>
            <Both of={(w) => w.screen['show-pass']} />
          </span>
        </h1>
        <p className="idle-also" aria-hidden={isReading}>
          <Both of={(w) => w.screen['phone-or-paper']} />
        </p>
      </div>
    </section>
  );
}

/** A phone with a code, an arrow, a reader: understood without reading. */
function HowTo(): JSX.Element {
  return (
    <svg className="idle-drawing" viewBox="0 0 980 640" aria-hidden="true">
      <g className="idle-phone">
        <rect
          className="idle-line"
          x="60"
          y="40"
          width="320"
          height="560"
          rx="44"
        />
        <path className="idle-line idle-thin" d="M190 76H250" />
        <g className="idle-code">
          <path
            className="idle-line idle-thin"
            d="M124 224H184V284H124zM256 224H316V284H256zM124 356H184V416H124z"
          />
          <path
            className="idle-solid"
            d="M144 244h20v20h-20zM276 244h20v20h-20zM144 376h20v20h-20zM214 224h18v40h-18zM214 290h18v18h-18zM250 310h26v18h-26zM292 310h24v18h-24zM124 310h34v18h-34zM178 310h18v18h-18zM214 330h18v34h-18zM250 350h18v28h-18zM286 350h30v18h-30zM214 390h18v26h-18zM250 396h36v20h-36zM302 390h14v26h-14z"
          />
        </g>
        <path
          className="idle-line idle-corners"
          d="M96 240V208a12 12 0 0 1 12-12h32M300 196h32a12 12 0 0 1 12 12v32M344 400v32a12 12 0 0 1-12 12h-32M140 444h-32a12 12 0 0 1-12-12v-32"
        />
      </g>
      <path
        className="idle-line idle-arrow"
        d="M448 320H620M564 256 628 320 564 384"
      />
      <g>
        <rect
          className="idle-line"
          x="700"
          y="176"
          width="224"
          height="288"
          rx="36"
        />
        <path className="idle-line idle-beam" d="M752 320H872" />
        <path
          className="idle-line idle-thin"
          d="M752 268V236H784M840 236H872V268M872 372V404H840M784 404H752V372"
        />
        <path className="idle-line" d="M812 464V600M720 600H904" />
      </g>
    </svg>
  );
}
