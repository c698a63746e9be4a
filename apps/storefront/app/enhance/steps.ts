import { formatQuantity, parseQuantity } from '@chophien/kernel';

/** Less and more without asking the server anew. */
export const helpSteps = (): void => {
  for (const row of document.querySelectorAll<HTMLElement>('[data-step]')) {
    const box = row.querySelector('input');
    const step = Number(row.dataset.step);
    const least = Number(row.dataset.least);
    row.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLElement>('[data-by]');
      if (!link || !box) return;
      event.preventDefault();
      const now = parseQuantity(box.value) ?? least;
      const next = Math.max(least, now + step * Number(link.dataset.by));
      box.value = formatQuantity(next, 'kg').replace(/\s.*/, '');
    });
  }
};
