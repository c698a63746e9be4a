/** One answer as it was typed on this phone. */
interface Kept {
  send: string;
  item: string;
  values: [string, string][];
  at: number;
  /** Pressed to be sent, but no answer came back. */
  ready?: boolean;
}

const MARK = 'nhap/';
const MONTH = 30 * 86_400_000;

/**
 * Answers outlive a dead battery and a dropped line: kept on the phone while they are typed, for the person who is signed in
 * and one household, shown again, and sent when the line is back. Only forms that say `data-draft` take part.
 */
export const helpDrafts = (): void => {
  const told = document.querySelector<HTMLElement>('[data-drafts]');
  if (!told) return;
  const mine = `${MARK}${told.dataset.drafts}/`;
  const form = document.querySelector<HTMLFormElement>('form[data-draft]');
  if (told.dataset.saved) localStorage.removeItem(mine + told.dataset.saved);
  const count = () => keysOf(mine).length;
  const tell = () => {
    const left = count();
    if (left > 0) told.textContent = form ? 'Đã lưu trên máy, chưa gửi.' : `Đã lưu trên máy, chưa gửi: ${left} câu.`;
  };
  if (form) follow(form, mine, told);
  const flush = async () => {
    let sent = 0;
    for (const key of keysOf(mine)) if (await sendOne(key)) sent += 1;
    tell();
    if (sent === 0 || count() > 0) return;
    told.textContent = 'Đã lưu.';
    // What stands on the page is older than what was just sent.
    if (!form) location.reload();
    else if (form.dataset.waits) location.assign(told.dataset.next ?? location.href);
  };
  addEventListener('online', () => void flush());
  tell();
  if (navigator.onLine) void flush();
};

const follow = (form: HTMLFormElement, mine: string, told: HTMLElement): void => {
  const key = mine + form.dataset.draft;
  const typed = () => [...new FormData(form)].filter(([name]) => name === form.dataset.draft) as [string, string][];
  const keep = (ready?: boolean) => {
    const { send = '', draft: item = '' } = form.dataset;
    const kept: Kept = { send, item, values: typed(), at: Date.now(), ...(ready ? { ready } : {}) };
    localStorage.setItem(key, JSON.stringify(kept));
  };
  const before = read(key);
  if (before && before.at > Date.parse(form.dataset.at ?? '1970-01-01')) put(form, before.values);
  else localStorage.removeItem(key);
  form.addEventListener('input', () => {
    keep();
    told.textContent = 'Đã lưu trên máy, chưa gửi.';
  });
  form.addEventListener('submit', (event) => {
    // A search in the middle of a question is no answer to it.
    if ((event.submitter as HTMLButtonElement | null)?.name) return;
    keep(true);
    if (navigator.onLine) return;
    event.preventDefault();
    form.dataset.waits = '1';
    told.textContent = 'Đã lưu trên máy, chưa gửi. Có mạng lại, máy tự gửi.';
  });
};

const put = (form: HTMLFormElement, values: readonly (readonly [string, string])[]): void => {
  for (const box of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${form.dataset.draft}"]`)) {
    if (box instanceof HTMLInputElement && /radio|checkbox/.test(box.type)) {
      box.checked = values.some(([, value]) => value === box.value);
    } else box.value = values[0]?.[1] ?? '';
  }
};

/** Whether it went through; what was refused is shown again in its form. */
const sendOne = async (key: string): Promise<boolean> => {
  const kept = read(key);
  if (!kept?.ready) return false;
  const body = new URLSearchParams([
    ['item', kept.item],
    ['age', String(Math.max(0, Date.now() - kept.at))],
    ...kept.values,
  ]);
  const answer = await fetch(kept.send, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
  if (answer?.status === 204) localStorage.removeItem(key);
  else if (answer && answer.status >= 400 && answer.status < 500) {
    localStorage.setItem(key, JSON.stringify({ ...kept, ready: false }));
  }
  return answer?.status === 204;
};

const read = (key: string): Kept | undefined => {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
    if (kept && Date.now() - kept.at < MONTH) return kept;
  } catch {
    // What can't be read is of no use to anybody.
  }
  localStorage.removeItem(key);
  return undefined;
};

const keysOf = (mine: string): string[] => Object.keys(localStorage).filter((key) => key.startsWith(mine));
