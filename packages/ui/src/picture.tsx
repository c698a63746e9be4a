import { Icon } from './icon.tsx';

export interface PictureOf {
  small: string;
  medium: string;
  /** Of the picture itself, in pixels; the browser keeps the room free before it comes. */
  width: number;
  height: number;
  /** Its main colour, `#rrggbb`: what is seen until it comes. */
  colour: string;
}

interface Props {
  picture: PictureOf | null;
  alt: string;
  /** The one picture a page is about: fetched first. */
  first?: boolean;
  /** How wide it is shown, as in `<img sizes>`. */
  sizes?: string;
}

/** How wide a derived picture is, as its address says: `…-320.webp`. */
const widthIn = (address: string): number => Number(/-(\d{2,4})\.\w+$/.exec(address)?.[1] ?? 0);

/** In lists a phone of two dots to the pixel takes the small one: a shelf of sharp pictures is too much for one bar. */
const SHELF = '10rem';

/** A picture that never moves the page: its place is kept, in its own colour. */
export const PictureFrame = ({ picture, alt, first, sizes }: Props) => {
  if (!picture) {
    return (
      <span className="frame frame-none" role="img" aria-label={`Chưa có ảnh: ${alt}`}>
        <Icon name="camera" />
      </span>
    );
  }
  const colour = /^#[0-9a-f]{6}$/i.test(picture.colour) ? picture.colour : undefined;
  return (
    <img
      className="frame"
      src={picture.small}
      srcSet={`${picture.small} ${widthIn(picture.small)}w, ${picture.medium} ${widthIn(picture.medium)}w`}
      sizes={sizes ?? SHELF}
      width={picture.width}
      height={picture.height}
      alt={alt}
      style={colour ? { backgroundColor: colour } : undefined}
      loading={first ? undefined : 'lazy'}
      decoding={first ? undefined : 'async'}
      fetchPriority={first ? 'high' : undefined}
    />
  );
};
