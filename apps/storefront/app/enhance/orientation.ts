/// <reference lib="dom" />

/**
 * How a photograph has to be turned to stand upright, as the camera noted it in the file (EXIF): 1 is as it is, 8 at most.
 * Only JPEGs say so; 1 for anything that cannot be read.
 */
export const orientationOf = (bytes: ArrayBuffer): number => {
  const view = new DataView(bytes);
  try {
    if (view.getUint16(0) !== 0xffd8) return 1;
    for (let at = 2; at < view.byteLength; at += 2 + view.getUint16(at + 2)) {
      // Parts of a JPEG; the camera's notes are APP1 and begin with "Exif".
      if (view.getUint8(at) !== 0xff || view.getUint16(at) === 0xffda) return 1;
      if (view.getUint16(at) === 0xffe1 && view.getUint32(at + 4) === 0x45786966) return noted(view, at + 10);
    }
  } catch {
    // Shorter than it says.
  }
  return 1;
};

/** Of notes in the form of a TIFF file, the tag 0x0112. */
const noted = (view: DataView, start: number): number => {
  const little = view.getUint16(start) === 0x4949;
  const list = start + view.getUint32(start + 4, little);
  for (let index = 0; index < view.getUint16(list, little); index++) {
    const entry = list + 2 + index * 12;
    if (view.getUint16(entry, little) !== 0x0112) continue;
    const said = view.getUint16(entry + 8, little);
    return said >= 1 && said <= 8 ? said : 1;
  }
  return 1;
};

/** Whether width and height change places. */
export const liesOnItsSide = (orientation: number): boolean => orientation > 4;

/** What turns a drawing of this width and height upright: the numbers of a canvas's `transform`. */
export const turned = (
  orientation: number,
  width: number,
  height: number,
): [number, number, number, number, number, number] => {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, width, 0];
    case 3:
      return [-1, 0, 0, -1, width, height];
    case 4:
      return [1, 0, 0, -1, 0, height];
    case 5:
      return [0, 1, 1, 0, 0, 0];
    case 6:
      return [0, 1, -1, 0, height, 0];
    case 7:
      return [0, -1, -1, 0, height, width];
    case 8:
      return [0, -1, 1, 0, 0, width];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
};
