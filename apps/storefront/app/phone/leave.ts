/// <reference lib="dom" />
import { areas, field, left, lockOf } from './area.ts';
import { wipe } from './wipe.ts';

// On the pages where people sign in and out, and on one's own: what one person kept on this phone is nobody else's.

const path = location.pathname;
const kept = areas.filter(({ mark }) => localStorage.getItem(mark));

/** Who is signed in now, as the server says. */
const now = async (): Promise<string | undefined> => {
  const answer = await fetch(`${field.path}/toi`).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as { person: string }).person : undefined;
};

/** She signs out: what is hers goes, and she is warned when something was not sent. */
const atSignOut = (): void =>
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target as HTMLFormElement;
      event.preventDefault();
      event.stopImmediatePropagation();
      void signOut(form);
    },
    true,
  );

const signOut = async (form: HTMLFormElement): Promise<void> => {
  const person = await now();
  // Of a phone that is a family's, only hers goes; what a helper took along goes with whoever signs out.
  const going = kept.flatMap((area) => {
    const who = area.family ? (person ?? localStorage.getItem(area.mark)) : localStorage.getItem(area.mark);
    return who ? [{ area, who, n: left(area, who) }] : [];
  });
  const said = going.filter(({ n }) => n > 0).map(({ area, n }) => `${n} ${area.thing}`);
  const words = `Còn ${said.join(' và ')} chưa gửi. Đăng xuất sẽ xoá khỏi máy này. Vẫn đăng xuất?`;
  if (said.length > 0 && !confirm(words)) return;
  await Promise.allSettled(going.map(({ area, who }) => wipe(area, who)));
  form.submit();
};

/** Somebody else is signed in now. */
const atHome = async (): Promise<void> => {
  const theirs = localStorage.getItem(field.mark);
  const person = theirs && (await now());
  if (!theirs || !person) return;
  if (person === theirs) {
    localStorage.removeItem(lockOf(field));
    return;
  }
  const n = left(field, theirs);
  const words = `Máy này còn ${n} ${field.thing} chưa gửi của người dùng trước. Bấm OK để xoá, hoặc Huỷ để đăng xuất và trả máy.`;
  if (n > 0 && !confirm(words)) location.assign('/dang-xuat');
  else await wipe(field, theirs);
};

if (kept.length > 0) {
  if (path === '/dang-xuat') atSignOut();
  // Until it is known who signed in, nobody sees what is kept.
  else if (/^\/(dang-nhap|tai-khoan\/chuyen)/.test(path)) {
    document.addEventListener('submit', () => kept.forEach((area) => localStorage.setItem(lockOf(area), '1')), true);
  } else void atHome();
}
