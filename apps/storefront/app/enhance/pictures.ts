import { goodsLimits, type Limits, shrink } from './shrink.ts';

/** Small print must still be read. */
const papers: Limits = { longestSide: 2_400, mostBytes: 600 * 1024 };
const MOST_PICTURES = 6;

/**
 * Shows the chosen pictures at once and makes them small before they travel: at most 1,600 pixels and 300 kB each, a paper
 * twice that. The browser turns them upright as the camera meant; where the picture was taken (EXIF) stays on the phone.
 */
export const helpPictures = (): void => {
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-enhance=pictures]')) {
    const strip = document.createElement('div');
    strip.className = 'grid grid-cols-3 gap-2 mt-2';
    const told = document.createElement('p');
    told.setAttribute('role', 'status');
    box.after(told, strip);
    box.addEventListener('change', () => void prepare(box, strip, told));
  }
};

const prepare = async (box: HTMLInputElement, strip: HTMLElement, told: HTMLElement): Promise<void> => {
  const chosen = [...(box.files ?? [])].slice(0, Number(box.dataset.most) || MOST_PICTURES);
  if (chosen.length === 0) return;
  const buttons = box.form?.querySelectorAll('button') ?? [];
  for (const button of buttons) button.disabled = true;
  const carrier = new DataTransfer();
  strip.replaceChildren();
  for (const [index, file] of chosen.entries()) {
    told.textContent = `Đang chuẩn bị ảnh ${index + 1}/${chosen.length}`;
    // What can't be read here (a PDF, too) is sent as it is: the server judges it.
    const small = await shrink(file, box.dataset.of === 'papers' ? papers : goodsLimits).catch(() => file);
    carrier.items.add(small);
    if (!small.type.startsWith('image/')) continue;
    // A PDF has no picture to show.
    if (!small.type.startsWith('image/')) continue;
    const shown = new Image();
    shown.src = URL.createObjectURL(small);
    shown.alt = `Ảnh ${index + 1}`;
    shown.className = 'frame rounded-lg';
    strip.append(shown);
  }
  box.files = carrier.files;
  for (const button of buttons) button.disabled = false;
  const kilobytes = Math.ceil([...carrier.files].reduce((sum, file) => sum + file.size, 0) / 1024);
  told.textContent = `${chosen.length} ${chosen.every(({ type }) => type.startsWith('image/')) ? 'ảnh' : 'tệp'}, ${kilobytes} kB. Bấm nút dưới để gửi.`;
};
