/// <reference lib="dom" />
import { liesOnItsSide, orientationOf, turned } from './orientation.ts';

export interface Limits {
  longestSide: number;
  mostBytes: number;
}

/** Of what is sold: sent over a weak line, seen on small screens. */
export const goodsLimits: Limits = { longestSide: 1_600, mostBytes: 300 * 1024 };

/** What can be drawn, how large it is, and how it still has to be turned. */
interface Opened {
  drawn: CanvasImageSource;
  width: number;
  height: number;
  orientation: number;
  close: () => void;
}

/**
 * Upright, without where it was taken, and within these limits: always drawn anew, as a JPEG. Rejects what is no picture to
 * this browser. Old WebViews neither turn pictures nor make blobs of a canvas, so both can be done here.
 */
export const shrink = async (file: File, { longestSide, mostBytes }: Limits = goodsLimits): Promise<File> => {
  const picture = await open(file);
  const canvas = document.createElement('canvas');
  try {
    let scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    for (;;) {
      draw(canvas, picture, scale);
      for (const quality of [0.82, 0.7, 0.6, 0.5]) {
        const blob = await packed(canvas, quality);
        if (blob.size <= mostBytes || scale < 0.02) {
          return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' });
        }
      }
      scale *= 0.8;
    }
  } finally {
    // A phone with little memory gives it back at once.
    picture.close();
    canvas.width = canvas.height = 0;
  }
};

const open = async (file: File): Promise<Opened> => {
  try {
    const drawn = await createImageBitmap(file, { imageOrientation: 'from-image' });
    return { drawn, width: drawn.width, height: drawn.height, orientation: 1, close: () => drawn.close() };
  } catch {
    return openOld(file);
  }
};

/** By an `<img>`. Browsers that know `image-orientation` turn it themselves, in a canvas too. */
const openOld = async (file: File): Promise<Opened> => {
  const address = URL.createObjectURL(file);
  const drawn = new Image();
  try {
    await new Promise((resolve, reject) => {
      drawn.onload = resolve;
      drawn.onerror = () => reject(new Error('no picture'));
      drawn.src = address;
    });
  } catch (error) {
    URL.revokeObjectURL(address);
    throw error;
  }
  const turns = CSS.supports('image-orientation', 'from-image');
  const orientation = turns ? 1 : orientationOf(await new Response(file.slice(0, 131_072)).arrayBuffer());
  const { naturalWidth: width, naturalHeight: height } = drawn;
  return { drawn, width, height, orientation, close: () => URL.revokeObjectURL(address) };
};

const draw = (canvas: HTMLCanvasElement, { drawn, width, height, orientation }: Opened, scale: number): void => {
  const [across, down] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  [canvas.width, canvas.height] = liesOnItsSide(orientation) ? [down, across] : [across, down];
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  // What can be seen through would become black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.setTransform(...turned(orientation, across, down));
  pen.drawImage(drawn, 0, 0, across, down);
};

const packed = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) => {
    if (!('toBlob' in canvas)) return resolve(unpacked((canvas as HTMLCanvasElement).toDataURL('image/jpeg', quality)));
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', quality);
  });

/** The bytes of a `data:` address. */
const unpacked = (address: string): Blob => {
  const text = atob(address.slice(address.indexOf(',') + 1));
  return new Blob([Uint8Array.from(text, (letter) => letter.charCodeAt(0))], { type: 'image/jpeg' });
};
