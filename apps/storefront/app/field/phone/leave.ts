/// <reference lib="dom" />
import { FIELD } from '../paths.ts';
import { LOCK, MARK } from './store.ts';
import { left, wipe } from './wipe.ts';

// On the pages where people sign in and out, and on one's own: what one helper kept on this phone is nobody else's.

const helper = localStorage.getItem(MARK);
const path = location.pathname;

/** She signs out: everything goes, and she is warned when something was not sent. */
const atSignOut = (mine: string): void =>
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target as HTMLFormElement;
      event.preventDefault();
      const n = left();
      if (n > 0 && !confirm(`Còn ${n} mục nhập hộ chưa gửi. Đăng xuất sẽ xoá các mục này. Vẫn đăng xuất?`)) {
        event.stopImmediatePropagation();
        return;
      }
      void wipe(mine).finally(() => form.submit());
    },
    true,
  );

/** Somebody else is signed in now. */
const atHome = async (theirs: string): Promise<void> => {
  const answer = await fetch(`${FIELD}/toi`).catch(() => undefined);
  if (!answer?.ok) return;
  const { person } = (await answer.json()) as { person: string };
  if (person === theirs) {
    localStorage.removeItem(LOCK);
    return;
  }
  const n = left();
  const words = `Máy này còn ${n} mục nhập hộ chưa gửi của người dùng trước. Bấm OK để xoá, hoặc Huỷ để đăng xuất và trả máy.`;
  if (n > 0 && !confirm(words)) location.assign('/dang-xuat');
  else await wipe(theirs);
};

if (helper) {
  if (path === '/dang-xuat') atSignOut(helper);
  // Until it is known who signed in, nobody sees what is kept.
  else if (/^\/(dang-nhap|tai-khoan\/chuyen)/.test(path)) {
    document.addEventListener('submit', () => localStorage.setItem(LOCK, '1'), true);
  } else void atHome(helper);
}
