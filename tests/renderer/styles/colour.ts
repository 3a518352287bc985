/** Red, green, blue: 0 to 1, linear light. */
export type Light = readonly [number, number, number];

/** Kinds of colour vision; the last three as whole absences. */
export type Vision = 'ordinary' | 'deuteranopia' | 'protanopia' | 'tritanopia';

/** Reads `#rrggbb`. */
export function lightOf(hex: string): Light {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (parts === null) throw new Error(`no colour: ${hex}`);
  const [red = 0, green = 0, blue = 0] = parts
    .slice(1)
    .map((part) => linear(parseInt(part, 16) / 255));
  return [red, green, blue];
}

/** WCAG 2: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other]
    .map((hex) => luminance(lightOf(hex)))
    .toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** How far apart two colours look, in OKLab; black to white is 1. */
export function distance(one: string, other: string, vision: Vision): number {
  const [a, b] = [one, other].map((hex) => oklab(seenBy(vision, lightOf(hex))));
  return Math.hypot(...(a ?? []).map((part, axis) => part - (b?.[axis] ?? 0)));
}

export function luminance([red, green, blue]: Light): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Machado, Oliveira and Fernandes 2009, severity 1, in linear light. */
const matrices: Readonly<Record<Vision, readonly Light[]>> = {
  ordinary: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seenBy(vision: Vision, light: Light): Light {
  const [red = 0, green = 0, blue = 0] = matrices[vision].map((row) =>
    Math.min(1, Math.max(0, dot(row, light))),
  );
  return [red, green, blue];
}

/** Ottosson 2020. */
function oklab(light: Light): Light {
  const [long, middle, short] = [
    dot([0.4122214708, 0.5363325363, 0.0514459929], light),
    dot([0.2119034982, 0.6806995451, 0.1073969566], light),
    dot([0.0883024619, 0.2817188376, 0.6299787005], light),
  ].map(Math.cbrt);
  const cones: Light = [long ?? 0, middle ?? 0, short ?? 0];
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], cones),
    dot([1.9779984951, -2.428592205, 0.4505937099], cones),
    dot([0.0259040371, 0.7827717662, -0.808675766], cones),
  ];
}

function dot(row: Light, light: Light): number {
  return row[0] * light[0] + row[1] * light[1] + row[2] * light[2];
}

function linear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
