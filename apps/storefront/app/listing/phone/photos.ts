/// <reference lib="dom" />
import { shrink } from '../../enhance/shrink.ts';
import { piece, say, slot } from '../../phone/dom.ts';
import { seal, unseal } from '../../phone/seal.ts';
import { type Goods, type Photo, withPhotos } from './goods.ts';
import { changeGoods, type GoodsStore } from './store.ts';

const limits = { longestSide: 1_600, mostBytes: 300 * 1024 };
const MOST = 6;

export interface Album {
  store: GoodsStore;
  goods: () => Promise<Goods>;
  /** The pictures have changed: kept, and sent when there is a line. */
  changed: () => void;
}

const words: Record<Photo['state'], string> = { wait: 'Trên máy, chưa gửi', sent: 'Đã gửi', fix: 'Chưa gửi được' };

/** The pictures of a listing, each with where it stands; taken ones are made small, sealed, and go up on their own. */
export const showPhotos = async (screen: HTMLElement, album: Album): Promise<void> => {
  const goods = await album.goods();
  const list = slot(screen, 'photos');
  list?.replaceChildren(...(await Promise.all(goods.photos.map((photo, at) => row(photo, at, album)))));
  say(screen, 'take', goods.photos.length > 0 ? 'Chụp thêm ảnh' : 'Chụp ảnh');
  const waiting = goods.photos.filter(({ state }) => state === 'wait').length;
  const sent = goods.photos.length - waiting;
  const told =
    navigator.onLine && waiting > 0
      ? `Đang gửi ${Math.min(sent + 1, goods.photos.length)}/${goods.photos.length} ảnh`
      : '';
  say(screen, 'sending', told || (waiting > 0 ? `${waiting} ảnh trên máy, chưa gửi` : ''));
};

/** Where a picture is shown from: the phone itself, or the server. */
export const sourceOf = async (store: GoodsStore, { id, view }: Photo): Promise<string> => {
  const sealed = await store.get('photos', id);
  if (sealed) return URL.createObjectURL(await unseal(store, sealed));
  return view ? `/anh/${view.hash}-${view.widths[0]}.jpg` : '';
};

const row = async (photo: Photo, at: number, album: Album): Promise<HTMLElement> => {
  const line = piece('t-photo');
  const picture = slot(line, 'picture') as HTMLImageElement | null;
  if (picture) Object.assign(picture, { src: await sourceOf(album.store, photo), alt: `Ảnh ${at + 1}` });
  say(line, 'state', photo.said ?? (at === 0 ? `Ảnh bìa. ${words[photo.state]}` : words[photo.state]));
  const on = (go: string, work: (photos: Photo[]) => Photo[]) => {
    const button = line.querySelector<HTMLButtonElement>(`[data-go=${go}]`);
    button?.setAttribute('aria-label', `${button.textContent?.trim()} ${at + 1}`);
    button?.addEventListener('click', () => void change(album, work));
    return button;
  };
  on('drop', (photos) => photos.filter(({ id }) => id !== photo.id));
  const first = on('first', (photos) => [photo, ...photos.filter(({ id }) => id !== photo.id)]);
  if (first) first.hidden = at === 0;
  const again = on('again', (photos) =>
    photos.map((one) => (one.id === photo.id ? { ...one, state: 'wait' as const, said: undefined } : one)),
  );
  if (again) again.hidden = photo.state !== 'fix';
  return line;
};

const change = async (album: Album, work: (photos: Photo[]) => Photo[]): Promise<void> => {
  const goods = await album.goods();
  const after = work(goods.photos);
  await changeGoods(album.store, goods, (now) => withPhotos(now, work(now.photos)));
  await album.store.drop(
    'photos',
    ...goods.photos.filter(({ id }) => !after.some((one) => one.id === id)).map(({ id }) => id),
  );
  album.changed();
};

/** Takes what the camera gave. Where it was taken stays on the phone; what is no picture is told so. */
export const takePhotos = (screen: HTMLElement, album: Album): void => {
  const box = screen.querySelector<HTMLInputElement>('input[type=file]');
  // The large button says it already; a reader and the keyboard still find the box.
  box?.classList.replace('input', 'sr-only');
  box?.addEventListener('change', () => {
    const files = [...(box.files ?? [])];
    // What the phone has taken over is not sent once more with the form.
    void addPhotos(screen, album, files).then(() => (box.value = ''));
  });
};

export const addPhotos = async (screen: HTMLElement, album: Album, files: readonly File[]): Promise<void> => {
  const wrong: string[] = [];
  for (const [at, file] of files.entries()) {
    const goods = await album.goods();
    if (goods.photos.length >= MOST) {
      wrong.push('Nhiều nhất sáu ảnh: bỏ bớt rồi chụp thêm.');
      break;
    }
    say(screen, 'sending', `Đang chuẩn bị ảnh ${at + 1}/${files.length}`);
    const small = await shrink(file, limits).catch(() => undefined);
    if (!small || small.size > limits.mostBytes) {
      wrong.push(`Không đọc được ảnh ${at + 1}. Hãy chụp lại.`);
      continue;
    }
    const id = crypto.randomUUID();
    await album.store.put('photos', await seal(album.store, id, small));
    await changeGoods(album.store, goods, (now) => withPhotos(now, [...now.photos, { id, state: 'wait' }]));
    album.changed();
  }
  await showPhotos(screen, album);
  if (wrong.length > 0) say(screen, 'sending', wrong.join(' '));
};
