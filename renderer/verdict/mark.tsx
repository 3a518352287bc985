import type { JSX } from 'react';
import type { VerdictKind } from './kind.ts';

/** The shape of a kind. It repeats what the words say, so it is hidden from screen readers. */
export function Mark({
  kind,
  isSmall = false,
}: {
  readonly kind: VerdictKind;
  /** The size of a letter: fingers would run together. */
  readonly isSmall?: boolean;
}): JSX.Element {
  return (
    <svg className="mark" viewBox="0 0 480 480" aria-hidden="true">
      {isSmall && kind === 'hold' ? <TriangleBang /> : shapeOf(kind)}
    </svg>
  );
}

function shapeOf(kind: VerdictKind): JSX.Element {
  switch (kind) {
    case 'admit':
      return <CircleCheck />;
    case 'hold':
      return <TriangleHand />;
    case 'deny':
      return <OctagonCross />;
    case 'need':
      return <SquareThermometer />;
    case 'neutral':
      return <QuestionableCode />;
    case 'allowed':
      return <Person badge="check" />;
    case 'refused':
      return <Person badge="cross" />;
    case 'lost':
      return <Plug />;
    case 'closed':
      return <Barrier />;
    case 'waiting':
      return <Arc />;
    case 'unset':
      return <Prompt />;
  }
}

function CircleCheck(): JSX.Element {
  return (
    <>
      <circle className="mark-body" cx="240" cy="240" r="232" />
      <path className="mark-cut mark-bold" d="M128 250 206 328 354 166" />
    </>
  );
}

function TriangleHand(): JSX.Element {
  return (
    <>
      <path className="mark-body mark-round" d="M240 46 446 412 34 412z" />
      <path
        className="mark-cut mark-finger"
        d="M203 232V330M233 208V330M263 214V330M293 244V340M203 356 158 300"
      />
      <path
        className="mark-hole"
        d="M189 300H307V342a59 59 0 0 1-59 59 59 59 0 0 1-52-31L189 356z"
      />
    </>
  );
}

function TriangleBang(): JSX.Element {
  return (
    <>
      <path className="mark-body mark-round" d="M240 46 446 412 34 412z" />
      <path className="mark-cut mark-thick" d="M240 190V280M240 366v2" />
    </>
  );
}

function OctagonCross(): JSX.Element {
  return (
    <>
      <path
        className="mark-body"
        d="M151 16H329a24 24 0 0 1 17 7L457 134a24 24 0 0 1 7 17V329a24 24 0 0 1-7 17L346 457a24 24 0 0 1-17 7H151a24 24 0 0 1-17-7L23 346a24 24 0 0 1-7-17V151a24 24 0 0 1 7-17L134 23a24 24 0 0 1 17-7z"
      />
      <path
        className="mark-cut mark-bold"
        d="M154 154 326 326M326 154 154 326"
      />
    </>
  );
}

function SquareThermometer(): JSX.Element {
  return (
    <>
      <rect
        className="mark-body"
        x="16"
        y="16"
        width="448"
        height="448"
        rx="72"
      />
      <path className="mark-cut mark-stem" d="M216 122V330" />
      <circle className="mark-hole" cx="216" cy="344" r="66" />
      <path className="mark-mercury" d="M216 214V344" />
      <circle className="mark-body" cx="216" cy="344" r="38" />
      <path
        className="mark-cut mark-tick"
        d="M304 132H356M304 192H336M304 252H356"
      />
    </>
  );
}

function QuestionableCode(): JSX.Element {
  return (
    <>
      <path
        className="mark-line"
        d="M50 50H190V190H50zM290 50H430V190H290zM50 290H190V430H50z"
      />
      <path
        className="mark-body"
        d="M98 98h44v44H98zM338 98h44v44h-44zM98 338h44v44H98z"
      />
      <path
        className="mark-line mark-question"
        d="M306 312a54 54 0 1 1 84 44c-20 14-30 24-30 46"
      />
      <circle className="mark-body" cx="360" cy="446" r="23" />
    </>
  );
}

function Person({ badge }: { readonly badge: 'check' | 'cross' }): JSX.Element {
  return (
    <>
      <circle className="mark-body" cx="208" cy="136" r="96" />
      <path
        className="mark-body"
        d="M24 448c0-112 78-188 184-188s184 76 184 188a16 16 0 0 1-16 16H40a16 16 0 0 1-16-16z"
      />
      {badge === 'check' ? (
        <>
          <circle className="mark-hole" cx="364" cy="348" r="124" />
          <circle className="mark-body" cx="364" cy="348" r="104" />
          <path className="mark-cut mark-badge" d="M316 352 350 386 414 316" />
        </>
      ) : (
        <>
          <path className="mark-hole" d={octagon(364, 348, 134)} />
          <path className="mark-body" d={octagon(364, 348, 112)} />
          <path
            className="mark-cut mark-badge"
            d="M326 310 402 386M402 310 326 386"
          />
        </>
      )}
    </>
  );
}

function Plug(): JSX.Element {
  return (
    <>
      <path
        className="mark-line mark-thick"
        d="M168 56V150M312 56V150M240 350V440"
      />
      <path
        className="mark-body"
        d="M92 148H388a20 20 0 0 1 20 20V208a168 168 0 0 1-336 0V168a20 20 0 0 1 20-20z"
      />
      <path
        className="mark-cut mark-tick"
        d="M192 208 288 304M288 208 192 304"
      />
    </>
  );
}

function Barrier(): JSX.Element {
  return (
    <>
      <path className="mark-line mark-thick" d="M112 280V440M368 280V440" />
      <rect
        className="mark-body"
        x="16"
        y="112"
        width="448"
        height="168"
        rx="28"
      />
      <path
        className="mark-cut mark-stripe"
        d="M92 264 172 128M200 264 280 128M308 264 388 128"
      />
    </>
  );
}

function Arc(): JSX.Element {
  return (
    <>
      <circle
        className="mark-line mark-thick mark-track"
        cx="240"
        cy="240"
        r="200"
      />
      <path
        className="mark-line mark-thick mark-arc"
        d="M240 40a200 200 0 0 1 200 200"
      />
    </>
  );
}

function Prompt(): JSX.Element {
  return (
    <path
      className="mark-line mark-screen"
      d="M72 72H408a32 32 0 0 1 32 32V312a32 32 0 0 1-32 32H72a32 32 0 0 1-32-32V104a32 32 0 0 1 32-32zM240 344V424M136 424H344M156 160 212 208 156 256M256 264H324"
    />
  );
}

/** A regular octagon with level sides, as path data. */
function octagon(x: number, y: number, radius: number): string {
  const corners = Array.from({ length: 8 }, (_, corner) => {
    const angle = (Math.PI / 8) * (2 * corner + 1);
    const at = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    return at.map((part) => part.toFixed(1)).join(' ');
  });
  return `M${corners.join('L')}z`;
}
