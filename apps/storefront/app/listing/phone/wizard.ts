/// <reference lib="dom" />
import { copy, say } from '../../phone/dom.ts';
import { answersIn } from '../answers.ts';
import { missingStep, stepAfter, stepBefore, wayOf, wrongsOn } from '../judge.ts';
import { FORM, MINE, type Step, stepOf, stepPath, titles } from '../path.ts';
import { checkScreen, complain, mend } from './check.ts';
import { cropOf } from './crops.ts';
import { fill } from './fields.ts';
import { type Ended } from '../../phone/flush.ts';
import type { KeptKit } from './flush.ts';
import { answered, begun, type Goods } from './goods.ts';
import { addPhotos, type Album, showPhotos, takePhotos } from './photos.ts';
import { changeGoods, dropGoods, goodsOf, type GoodsStore } from './store.ts';

export interface Form {
  store: GoodsStore;
  kit: KeptKit | undefined;
  /** Sends what waits, and shows how that goes. */
  send: () => Promise<Ended>;
}

const soon = 8_000;
const place = () => document.querySelector<HTMLElement>('[data-wizard]');

/** Which screen of which listing is open. */
const open = (): { id: string; step: Step; edits: boolean } => {
  const url = new URL(location.href);
  const id = url.searchParams.get('nhap') ?? place()?.dataset.id ?? crypto.randomUUID();
  if (!url.searchParams.has('nhap')) {
    url.searchParams.set('nhap', id);
    history.replaceState(null, '', url);
  }
  const step = stepOf(url.pathname.slice(FORM.length + 1)) ?? 'anh';
  return { id, step, edits: url.searchParams.has('sua') };
};

const producerOf = (kit: KeptKit | undefined): string => kit?.producers[0]?.id ?? '';

const current = async ({ store, kit }: Form): Promise<Goods> => {
  const { id } = open();
  return (await goodsOf(store, id)) ?? begun(id, producerOf(kit), 0);
};

/** The form, one screen after the other, without asking the server: what is answered lies on the phone at once. */
export const runWizard = (form: Form): void => {
  document.addEventListener('submit', (event) => onSubmit(event, form), true);
  document.addEventListener('click', (event) => onClick(event, form));
  addEventListener('popstate', () => void show(form));
  document.addEventListener('input', () => keepHalf(form));
  const early = typedEarly();
  void show(form).then(async () => {
    const screen = place()?.querySelector<HTMLElement>('[data-screen]');
    if (screen && early.typed.length > 0) mend(screen, early.typed);
    if (screen && early.files.length > 0) await addPhotos(screen, albumOf(form), early.files);
    document.querySelector<HTMLElement>('[data-goods]')?.setAttribute('data-awake', '');
  });
};

/** What was typed or chosen on the server's page before this script had come. */
const typedEarly = (): { typed: [string, string][]; files: File[] } => {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-screen] input, [data-screen] textarea')];
  const changed = boxes.filter(({ type, checked, defaultChecked, value, defaultValue }) =>
    /radio|checkbox/.test(type) ? checked !== defaultChecked && checked : type !== 'file' && value !== defaultValue,
  );
  return {
    typed: changed.map(({ name, value }) => [name, value]),
    files: boxes.flatMap(({ files }) => [...(files ?? [])]),
  };
};

const onSubmit = (event: SubmitEvent, form: Form): void => {
  const sent = event.target;
  if (!(sent instanceof HTMLFormElement) || !sent.closest('[data-screen]')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void take(form, sent, event.submitter);
};

/** Ways within the form stay on the phone. */
const onClick = (event: MouseEvent, form: Form): void => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('[data-wizard] a[href]');
  const url = link && new URL(link.href);
  if (!url || event.ctrlKey || event.metaKey || url.origin !== location.origin || url.hash) return;
  if (!url.pathname.startsWith(FORM) || url.searchParams.get('nhap') !== open().id) return;
  event.preventDefault();
  go(form, url.pathname + url.search);
};

const go = (form: Form, path: string): void => {
  history.pushState(null, '', path);
  void show(form).then(() => {
    window.scrollTo(0, 0);
    place()?.querySelector<HTMLElement>('h1')?.focus();
  });
};

let typing: ReturnType<typeof setTimeout> | undefined;
/** What is typed is kept while it is typed. */
const keepHalf = (form: Form): void => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    const { id, step } = open();
    const box = place()?.querySelector<HTMLFormElement>('[data-screen] form:not([data-photos])');
    if (!box || step === 'anh' || step === 'xem-lai') return;
    const typed = [...new FormData(box)].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    void changeGoods(form.store, { id, producer: producerOf(form.kit) }, (now) => ({
      ...now,
      half: { step, typed },
    })).then(() => told('Đã lưu trên máy, chưa gửi.'));
  }, 400);
};

const told = (words: string): void => {
  const wizard = place();
  if (wizard) say(wizard, 'kept', words);
};

/** Shows the screen that is open, out of what lies on the phone. */
const show = async (form: Form): Promise<void> => {
  const wizard = place();
  const screen = wizard?.querySelector<HTMLElement>('[data-screen]');
  if (!wizard || !screen) return;
  clearTimeout(typing);
  const goods = await current(form);
  if (goods.state !== 'draft' && goods.state !== 'fix') return showKept(wizard, goods);
  const { answers, producer, id } = goods;
  const { step: asked, edits } = open();
  const crop = cropOf(answers.commodity, form.kit);
  const missing = missingStep(answers, crop);
  const step = asked === 'xem-lai' && missing ? missing : asked;
  if (step !== asked) history.replaceState(null, '', stepPath(step, id, true));
  wizard.dataset.step = step;
  document.title = `${titles[step]} – Chợ Phiên`;
  const h1 = wizard.querySelector('h1');
  if (h1) h1.textContent = titles[step];
  wizard.querySelector('#loi')?.remove();
  const way = wayOf(answers, crop);
  say(wizard, 'where', way.includes(step) ? `Bước ${way.indexOf(step) + 1} trên ${way.length}` : '');
  const before = edits && step !== 'xem-lai' ? 'xem-lai' : stepBefore(step, answers, crop);
  const back = wizard.querySelector<HTMLAnchorElement>('[data-back]');
  if (back) {
    back.href = before ? stepPath(before, id) : '/ban-hang';
    back.textContent = before ? '‹ Quay lại' : '‹ Trang bán hàng';
  }
  const drawn = copy(`v-${step}`);
  if (edits)
    for (const button of drawn.querySelectorAll('form:not([data-photos]) .button-main')) {
      if (button instanceof HTMLButtonElement) button.textContent = 'Lưu, về trang xem lại';
    }
  if (step === 'anh') await photoScreen(drawn, form);
  else if (step === 'xem-lai') await checkScreen(drawn, goods, form, crop);
  else {
    fill(drawn, { step, answers, crop, kit: form.kit, producer });
    if (goods.half?.step === step) mend(drawn, goods.half.typed);
  }
  screen.replaceChildren(drawn);
  if (goods.state === 'fix') complain(wizard, goods);
  told(goods.seq > 0 ? 'Đã lưu trên máy.' : '');
};

const albumOf = (form: Form): Album => {
  const again = () => {
    const screen = place()?.querySelector<HTMLElement>('[data-screen]');
    return screen && open().step === 'anh' ? showPhotos(screen, album) : undefined;
  };
  const album: Album = {
    store: form.store,
    goods: () => current(form),
    changed: () => {
      void again();
      void form.send().then(again);
    },
  };
  return album;
};

const photoScreen = async (drawn: HTMLElement, form: Form): Promise<void> => {
  const album = albumOf(form);
  takePhotos(drawn, album);
  // With the script each picture goes up on its own: there is nothing to press for that.
  for (const extra of drawn.querySelectorAll('[value=them], [data-plain]')) extra.remove();
  await showPhotos(drawn, album);
};

const take = async (form: Form, sent: HTMLFormElement, submitter: HTMLElement | null): Promise<void> => {
  const { id, step, edits } = open();
  const typed = new FormData(sent, submitter);
  const goods = await current(form);
  const wizard = place();
  if (step === 'xem-lai') return handIn(form, goods, typed);
  const after = step === 'anh' ? goods : answered(goods, step, answersIn(step, typed));
  const crop = cropOf(after.answers.commodity, form.kit);
  const wrongs = wrongsOn(step, after.answers, crop);
  if (wizard && Object.keys(wrongs).length > 0) return complain(wizard, { ...goods, fields: wrongs });
  if (step !== 'anh') {
    const said = answersIn(step, typed);
    await changeGoods(form.store, { id, producer: goods.producer || producerOf(form.kit) }, (now) =>
      answered(now, step, said),
    );
  }
  go(form, stepPath(edits ? 'xem-lai' : stepAfter(step, after.answers, crop), id));
  void form.send();
};

const handIn = async (form: Form, goods: Goods, typed: FormData): Promise<void> => {
  const ready = form.kit?.producers.filter(({ standing }) => standing === 'ready') ?? [];
  const chosen = typed.get('producer');
  const producer = typeof chosen === 'string' && chosen ? chosen : ready.length === 1 ? ready[0]!.id : goods.producer;
  await changeGoods(form.store, goods, (now) => ({
    ...now,
    producer,
    state: 'wait',
    at: new Date().toISOString(),
    said: undefined,
    code: undefined,
    sure: typed.get('confirm') === '1',
    fields: undefined,
    photos: now.photos.map((photo) => (photo.state === 'fix' ? { ...photo, state: 'wait' as const } : photo)),
  }));
  for (const button of place()?.querySelectorAll('button') ?? []) button.disabled = true;
  told('Đang gửi…');
  const sending = form.send();
  if (navigator.onLine) await Promise.race([sending, new Promise((over) => setTimeout(over, soon))]);
  const now = await goodsOf(form.store, goods.id);
  if (now?.state === 'sent') return location.assign(doneAt(goods));
  if (now?.code === 'catalogue.edited-meanwhile' && now.answers.of) {
    // Somebody else of the household was quicker: she sees that first.
    await dropGoods(form.store, now);
    return location.assign(`${MINE}/${now.answers.of.id}?xong=nguoi-khac`);
  }
  await show(form);
  window.scrollTo(0, 0);
};

/** Where it goes on once the server has it. */
const doneAt = ({ id, answers: { of } }: Goods): string =>
  of ? `${MINE}/${of.id}?xong=sua` : `${MINE}?xong=dang&mon=${id}`;

/** It is handed in: it lies here until the server has it. */
const showKept = (wizard: HTMLElement, { id, state }: Goods): void => {
  const drawn = copy('v-sent');
  if (state === 'sent') {
    const h1 = drawn.querySelector('h1');
    if (h1) h1.textContent = 'Đã gửi, đang chờ duyệt';
    say(drawn, 'words', 'Cán bộ xã xem xong là người mua thấy món này.');
  }
  wizard.replaceChildren(drawn);
  wizard.dataset.id = id;
  drawn.querySelector<HTMLElement>('h1')?.focus();
};
