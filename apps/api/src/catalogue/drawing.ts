import { fileURLToPath } from 'node:url';
import type { Focus } from '@chophien/contracts';
import type { OverlayOptions } from 'sharp';
import { encode } from 'uqr';
import { sharp } from '../platform/drawing.ts';

/** Letters come along: a bare server has none. Noto Sans has those of Vietnamese and of the peoples of the highlands. */
const fonts = {
  'Noto Sans': '400Regular/NotoSans_400Regular.ttf',
  'Noto Sans Bold': '700Bold/NotoSans_700Bold.ttf',
} as const;

const fileOf = (face: keyof typeof fonts): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${fonts[face]}`));

export const colours = {
  paper: '#fbf8f1',
  ink: '#231f1a',
  muted: '#5c5448',
  brick: '#a5351c',
  indigo: '#26396b',
  turmeric: '#e6ac3c',
} as const;

interface Writing {
  /** Heights of the letters to try, the largest first. */
  sizes: readonly number[];
  width: number;
  height: number;
  colour: string;
  bold?: boolean;
  centred?: boolean;
}

export interface Written {
  input: Buffer;
  width: number;
  height: number;
}

/** A text in the largest letters with which it fits; in the smallest, words are left out at its end. */
export const written = async (text: string, writing: Writing): Promise<Written> => {
  for (const size of writing.sizes) {
    const drawn = await letters(text, size, writing);
    if (drawn.height <= writing.height) return drawn;
  }
  const size = writing.sizes.at(-1) as number;
  const words = text.split(' ');
  for (let left = words.length - 1; left > 0; left--) {
    const drawn = await letters(`${words.slice(0, left).join(' ')}…`, size, writing);
    if (drawn.height <= writing.height) return drawn;
  }
  for (let left = Math.min(text.length, 60); ; left -= 5) {
    const drawn = await letters(`${[...text].slice(0, Math.max(1, left)).join('')}…`, size, writing);
    if (drawn.height <= writing.height || left <= 1) return drawn;
  }
};

const letters = async (text: string, size: number, { width, colour, bold, centred }: Writing): Promise<Written> => {
  const face = bold ? 'Noto Sans Bold' : 'Noto Sans';
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${safe}</span>`,
      font: `${face} ${size}`,
      fontfile: fileOf(face),
      width,
      dpi: 72,
      wrap: 'word-char',
      align: centred ? 'centre' : 'left',
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { input: data, width: info.width, height: info.height };
};

/** The part of a photograph around its focal point that fills a frame. */
export const cropped = async (
  photograph: Uint8Array,
  focus: Focus,
  frame: { width: number; height: number },
): Promise<Buffer> => {
  const { width, height } = await sharp(photograph).metadata();
  const scale = Math.max(frame.width / width, frame.height / height);
  const [across, down] = [
    Math.max(frame.width, Math.round(width * scale)),
    Math.max(frame.height, Math.round(height * scale)),
  ];
  const from = (part: number, of: number, window: number) =>
    Math.round(Math.min(of - window, Math.max(0, part * of - window / 2)));
  return sharp(photograph)
    .resize({ width: across, height: down, fit: 'fill' })
    .extract({ left: from(focus.x, across, frame.width), top: from(focus.y, down, frame.height), ...frame })
    .png({ compressionLevel: 1 })
    .toBuffer();
};

/** A code to scan, in whole pixels to the square, with the white around it that a telephone needs; at most `most` wide. */
export const code = async (text: string, most: number): Promise<Written> => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const side = Math.floor(most / size) * size;
  const squares = Buffer.from(data.flat().map((dark) => (dark ? 0 : 255)));
  const input = await sharp(squares, { raw: { width: size, height: size, channels: 1 } })
    .resize({ width: side, height: side, kernel: 'nearest' })
    .png()
    .toBuffer();
  return { input, width: side, height: side };
};

/** A rectangle of one colour. */
export const block = (colour: string, width: number, height: number): OverlayOptions['input'] => ({
  create: { width, height, channels: 3, background: colour },
});

/** Everything on one sheet. */
export const sheet = (background: string, width: number, height: number, parts: OverlayOptions[]) =>
  sharp({ create: { width, height, channels: 3, background } }).composite(parts);
