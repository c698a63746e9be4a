import { drawnKinds } from '@chophien/contracts';
import { block, code, colours, sheet, type Written, written } from './drawing.ts';
import type { StallSays } from './drawn.rules.ts';

/** What Zalo and Facebook show of a stall. */
export const drawStall = async (says: StallSays): Promise<Buffer> => {
  const { width, height } = drawnKinds.stall;
  const left = 64;
  const scan = await code(says.address, 380);
  const text = { width: width - left - scan.width - 120 };
  const above = await written('Gian hàng trên Chợ Phiên', {
    ...text,
    sizes: [30],
    height: 44,
    colour: colours.indigo,
    bold: true,
  });
  const name = await written(says.name, {
    ...text,
    sizes: [76, 66, 56, 46, 38],
    height: 270,
    colour: colours.ink,
    bold: true,
  });
  const place = await written(says.place, { ...text, sizes: [34, 30, 26], height: 96, colour: colours.muted });
  return sheet(colours.paper, width, height, [
    { input: block(colours.brick, width, 24), left: 0, top: 0 },
    { input: block(colours.turmeric, width, 8), left: 0, top: 24 },
    { input: above.input, left, top: 110 },
    { input: name.input, left, top: 180 },
    { input: place.input, left, top: 180 + name.height + 30 },
    { input: scan.input, left: width - 56 - scan.width, top: Math.round((height - scan.height) / 2) + 16 },
  ])
    .jpeg({ quality: 86, mozjpeg: true })
    .toBuffer();
};

/** A sign to hang up, drawn for A5; for A4 everything is as much larger as the paper is. */
export const drawSign = async (says: StallSays, kind: 'sign-a4' | 'sign-a5'): Promise<Buffer> => {
  const { width, height } = drawnKinds[kind];
  const scale = width / drawnKinds['sign-a5'].width;
  const sized = (pixels: number) => Math.round(pixels * scale);
  const column = { width: sized(1_500), centred: true };
  const sizes = (...all: number[]) => all.map(sized);
  const brand = await written('CHỢ PHIÊN', {
    ...column,
    sizes: sizes(120),
    height: sized(180),
    colour: '#ffffff',
    bold: true,
  });
  const name = await written(says.name, {
    ...column,
    sizes: sizes(150, 128, 108, 90, 74, 60),
    height: sized(430),
    colour: colours.ink,
    bold: true,
  });
  const place = await written(says.place, {
    ...column,
    sizes: sizes(72, 62, 52),
    height: sized(180),
    colour: colours.muted,
  });
  const scan = await code(says.address, sized(1_060));
  const hint = await written('Quét mã bằng Zalo hoặc máy ảnh\nđể xem hàng và đặt mua', {
    ...column,
    sizes: sizes(66, 58),
    height: sized(190),
    colour: colours.brick,
    bold: true,
  });
  const address = await written(says.address.replace(/^https?:\/\//, ''), {
    ...column,
    sizes: sizes(38, 32),
    height: sized(110),
    colour: colours.muted,
  });
  const band = { left: sized(100), top: sized(100), width: width - 2 * sized(100), height: sized(230) };
  const middle = ({ width: of }: Written) => Math.round((width - of) / 2);
  const foot = height - sized(110) - address.height;
  const nameTop = band.top + band.height + sized(90);
  const placeTop = nameTop + name.height + sized(46);
  const hintTop = foot - sized(36) - hint.height;
  const room = { top: placeTop + place.height, bottom: hintTop };
  return sheet('#ffffff', width, height, [
    { input: block(colours.brick, band.width, band.height), left: band.left, top: band.top },
    { input: block(colours.turmeric, band.width, sized(16)), left: band.left, top: band.top + band.height },
    { input: brand.input, left: middle(brand), top: band.top + Math.round((band.height - brand.height) / 2) },
    { input: name.input, left: middle(name), top: nameTop },
    { input: place.input, left: middle(place), top: placeTop },
    { input: scan.input, left: middle(scan), top: Math.round((room.top + room.bottom - scan.height) / 2) },
    { input: hint.input, left: middle(hint), top: hintTop },
    { input: address.input, left: middle(address), top: foot },
  ])
    .png({ palette: true, colours: 64 })
    .withMetadata({ density: 300 })
    .toBuffer();
};
