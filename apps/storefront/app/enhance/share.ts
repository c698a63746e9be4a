/** Opens the phone's own sheet: Zalo, Facebook, SMS. Where there is none, the address is copied. */
export const helpShare = (): void => {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) {
    const url = button.dataset.address ?? location.origin + location.pathname;
    const copies = button.hasAttribute('data-copy');
    const shares = !copies && 'share' in navigator;
    if (!shares && !('clipboard' in navigator)) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      const done = shares ? navigator.share({ title: button.dataset.share, url }) : copy(button, url);
      // Closing the sheet is no fault.
      done.catch(() => undefined);
    });
  }
};

const copy = async (button: HTMLButtonElement, url: string): Promise<void> => {
  await navigator.clipboard.writeText(url);
  button.textContent = 'Đã chép địa chỉ';
};
