import { drawnKinds } from '@chophien/contracts';
import { code, colours, cropped, block, sheet, written } from './drawing.ts';
import type { ListingSays } from './drawn.rules.ts';

/** What Zalo and Facebook show of a listing: the photograph, and beside it name, price, seller and place. */
export const drawCard = async (says: ListingSays, photograph: Uint8Array | null): Promise<Buffer> => {
  const { width, height } = drawnKinds.card;
  const photo = { width: 610, height };
  const left = photo.width + 44;
  const text = { width: width - left - 40 };
  const name = await written(says.name, {
    ...text,
    sizes: [54, 48, 42, 36],
    height: 250,
    colour: colours.ink,
    bold: true,
  });
  const price = await written(says.price, {
    ...text,
    sizes: [62, 54, 46, 38],
    height: 74,
    colour: colours.brick,
    bold: true,
  });
  const seller = await written(says.seller, { ...text, sizes: [30, 26], height: 80, colour: colours.ink, bold: true });
  const place = await written(says.place, { ...text, sizes: [28, 24], height: 76, colour: colours.muted });
  const brand = await written('Chợ Phiên', { ...text, sizes: [28], height: 40, colour: colours.indigo, bold: true });
  const foot = height - 40 - place.height;
  return sheet(colours.paper, width, height, [
    ...(await framed(says, photograph, photo)),
    { input: block(colours.turmeric, 8, height), left: photo.width, top: 0 },
    { input: brand.input, left, top: 36 },
    { input: name.input, left, top: 96 },
    { input: price.input, left, top: 96 + name.height + 26 },
    { input: seller.input, left, top: foot - 14 - seller.height },
    { input: place.input, left, top: foot },
  ])
    .jpeg({ quality: 84, mozjpeg: true })
    .toBuffer();
};

/** The same to hand on: higher than wide, with a code that leads to it. */
export const drawShare = async (says: ListingSays, photograph: Uint8Array | null): Promise<Buffer> => {
  const { width, height } = drawnKinds.share;
  const photo = { width, height: 800 };
  const left = 48;
  const text = { width: 610 };
  const scan = await code(says.address, 340);
  const hint = await written('Quét mã để xem\nvà đặt mua', {
    sizes: [28, 24],
    width: scan.width,
    height: 80,
    colour: colours.muted,
    centred: true,
  });
  const name = await written(says.name, {
    ...text,
    sizes: [52, 46, 40, 34],
    height: 190,
    colour: colours.ink,
    bold: true,
  });
  const price = await written(says.price, {
    ...text,
    sizes: [58, 50, 42, 36],
    height: 70,
    colour: colours.brick,
    bold: true,
  });
  const seller = await written(says.seller, { ...text, sizes: [30, 26], height: 76, colour: colours.ink, bold: true });
  const place = await written(says.place, { ...text, sizes: [28, 24], height: 70, colour: colours.muted });
  const right = width - 40 - scan.width;
  const foot = height - 44 - place.height;
  return sheet(colours.paper, width, height, [
    ...(await framed(says, photograph, photo)),
    { input: block(colours.turmeric, width, 8), left: 0, top: photo.height },
    { input: name.input, left, top: 846 },
    { input: price.input, left, top: 846 + name.height + 22 },
    { input: seller.input, left, top: foot - 12 - seller.height },
    { input: place.input, left, top: foot },
    { input: scan.input, left: right, top: 850 },
    { input: hint.input, left: right + Math.round((scan.width - hint.width) / 2), top: 850 + scan.height + 18 },
  ])
    .jpeg({ quality: 86, mozjpeg: true })
    .toBuffer();
};

const framed = async (says: ListingSays, photograph: Uint8Array | null, frame: { width: number; height: number }) =>
  photograph && says.photograph
    ? [{ input: await cropped(photograph, says.photograph.focus, frame), left: 0, top: 0 }]
    : [{ input: block('#eadfca', frame.width, frame.height), left: 0, top: 0 }];
