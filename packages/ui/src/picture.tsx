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
  /** The one picture a page is about: fetched first, in its larger size. */
  first?: boolean;
  /** How wide it is shown, as in `<img sizes>`. */
  sizes?: string;
}

const SMALL = 320;
const MEDIUM = 800;

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
      src={first ? picture.medium : picture.small}
      srcSet={`${picture.small} ${SMALL}w, ${picture.medium} ${MEDIUM}w`}
      sizes={sizes ?? '(min-width: 40rem) 16rem, 320px'}
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
