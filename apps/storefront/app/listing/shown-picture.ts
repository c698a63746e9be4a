import { PictureView } from '@chophien/contracts';
import type { PictureAnswer } from './answers.ts';

/** How a picture of a listing on its way is shown; nothing yet while the server does not have it. */
export const shownPicture = (picture: PictureAnswer | undefined): PictureView | null => {
  const read = PictureView.safeParse(picture);
  return read.success ? read.data : null;
};
