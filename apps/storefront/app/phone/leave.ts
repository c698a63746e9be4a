/// <reference lib="dom" />
import { type Area, areas, databaseOf, field, left, lockOf } from './area.ts';
import { wipe } from './wipe.ts';

// On the pages where people sign in and out, and on one's own: what one person kept on this phone is nobody else's.

const path = location.pathname;
const kept = areas.filter(({ mark }) => localStorage.getItem(mark));

/** Who is signed in now, as the server says. */
const now = async (): Promise<string | undefined> => {
  const answer = await fetch(`${field.path}/toi`).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as { person: string }).person : undefined;
};

interface Going {
  area: Area;
  who: string;
  n: number;
}

/** Of a phone that is a family's, only hers goes; what a helper took along goes with whoever signs out. */
const hers = async (): Promise<Going[]> => {
  const person = await now();
  return kept.flatMap((area) => {
    const who = area.family ? (person ?? localStorage.getItem(area.mark)) : localStorage.getItem(area.mark);
    return who ? [{ area, who, n: left(area, who) }] : [];
  });
};

/** Everybody signs out: whatever anybody kept here. */
const everybodys = async (): Promise<Going[]> => {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
  return areas.flatMap((area) =>
    names
      .filter((name) => name.startsWith(databaseOf(area, '')))
      .map((name) => name.slice(databaseOf(area, '').length))
      .map((who) => ({ area, who, n: left(area, who) })),
  );
};

/** Warns of what was not sent, wipes, and lets the form go on. */
const leave = async (form: HTMLFormElement, submitter: HTMLElement | null, going: Going[]): Promise<void> => {
  const said = going.filter(({ n }) => n > 0).map(({ area, n }) => `${n} ${area.thing}`);
  const words = `Còn ${said.join(' và ')} chưa gửi. Đăng xuất sẽ xoá khỏi máy này. Vẫn đăng xuất?`;
  if (said.length > 0 && !confirm(words)) return;
  await Promise.allSettled(going.map(({ area, who }) => wipe(area, who)));
  cleared = true;
  form.requestSubmit(submitter);
};

let cleared = false;
const before = (isIt: (submitter: HTMLElement | null) => boolean, whatGoes: () => Promise<Going[]>): void =>
  document.addEventListener(
    'submit',
    (event) => {
      if (cleared || !isIt(event.submitter)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void whatGoes().then((going) => leave(event.target as HTMLFormElement, event.submitter, going));
    },
    true,
  );

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
  if (path === '/dang-xuat') before(() => true, hers);
  // Until it is known who signed in, nobody sees what is kept.
  else if (/^\/(dang-nhap|tai-khoan\/chuyen)/.test(path)) {
    before((button) => button instanceof HTMLButtonElement && button.value === 'ra-het', everybodys);
    document.addEventListener('submit', () => kept.forEach((area) => localStorage.setItem(lockOf(area), '1')), true);
  } else void atHome();
}
