import { pictureAddress, type PictureType, type PictureView, widestOf } from '@chophien/contracts';
import { Icon } from './icon.tsx';

interface Props {
  picture: PictureView | null;
  alt: string;
  /** The one picture a page is about: fetched first. */
  first?: boolean;
  /** How wide it is shown, as in `<img sizes>`; without it, as on a shelf. */
  sizes?: string;
}

/** In lists a phone of two dots to the pixel takes the small one: a shelf of sharp pictures is too much for one bar. */
const SHELF = { sizes: '10rem', most: 480 };
/** What a browser is given that cannot choose. */
const PLAIN = 480;

const types = { avif: 'image/avif', webp: 'image/webp' } as const;

/**
 * A picture that never moves the page: its place is kept, in its own colour, and what matters in it stays in sight where it
 * is cropped. The browser takes the best format it knows, in the width it needs.
 */
export const Picture = ({ picture, alt, first, sizes }: Props) => {
  if (!picture) {
    return (
      <span className="frame frame-none" role="img" aria-label={`Chưa có ảnh: ${alt}`}>
        <Icon name="camera" />
      </span>
    );
  }
  const { colour, focus } = picture;
  const widths = sizes ? picture.widths : picture.widths.filter((width) => width <= widestOf(picture, SHELF.most));
  const files = (type: PictureType) =>
    widths.map((width) => `${pictureAddress(picture, width, type)} ${width}w`).join(', ');
  const place = sizes ?? SHELF.sizes;
  return (
    <picture>
      {picture.avif && <source type={types.avif} srcSet={files('avif')} sizes={place} />}
      <source type={types.webp} srcSet={files('webp')} sizes={place} />
      <img
        className="frame"
        src={pictureAddress(picture, widestOf({ widths }, PLAIN), 'jpg')}
        width={picture.width}
        height={picture.height}
        alt={alt}
        style={{
          backgroundColor: /^#[0-9a-f]{6}$/i.test(colour) ? colour : undefined,
          objectPosition:
            focus.x === 0.5 && focus.y === 0.5
              ? undefined
              : `${Math.round(focus.x * 100)}% ${Math.round(focus.y * 100)}%`,
        }}
        loading={first ? undefined : 'lazy'}
        decoding={first ? undefined : 'async'}
        fetchPriority={first ? 'high' : undefined}
      />
    </picture>
  );
};

/** A photograph of a paper: all of it is read, so nothing of it is cropped. */
export const WholePicture = ({ picture, alt }: { picture: PictureView | null; alt: string }) =>
  picture && (
    <img
      className="block h-auto w-full rounded-lg"
      src={pictureAddress(picture, widestOf(picture, 1_280), 'jpg')}
      width={picture.width}
      height={picture.height}
      alt={alt}
      style={{ backgroundColor: picture.colour }}
    />
  );
