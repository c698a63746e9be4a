import { inWords } from '@chophien/kernel';
import { parseDong } from '../producer/dong.ts';

/** Reads an amount back in words while it is typed: one zero too many is heard at once. */
export const helpPrices = (): void => {
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-enhance=price]')) {
    const words = document.createElement('p');
    words.setAttribute('role', 'status');
    words.className = 'field-hint';
    box.closest('.field')?.append(words);
    const read = () => {
      const amount = parseDong(box.value);
      words.textContent = amount > 0 && amount <= 1e12 ? `${inWords(amount)} đồng` : '';
    };
    box.addEventListener('input', read);
    read();
  }
};
