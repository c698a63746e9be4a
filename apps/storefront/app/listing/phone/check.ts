/// <reference lib="dom" />
import { copy, piece, put, say, slot } from '../../phone/dom.ts';
import { type Answers, stepOfAnswer } from '../answers.ts';
import { checkLines } from '../lines.ts';
import { sentences } from '../judge.ts';
import type { Known } from '../kit.ts';
import { stepPath } from '../path.ts';
import { choice } from './fields.ts';
import type { Goods } from './goods.ts';
import { sourceOf } from './photos.ts';
import type { Form } from './wizard.ts';

/** Every answer once more, out of what lies on the phone. */
export const checkScreen = async (
  drawn: HTMLElement,
  goods: Goods,
  { store, kit }: Form,
  crop: Known | undefined,
): Promise<void> => {
  const { id, answers, photos, producer } = goods;
  const cover = slot(drawn, 'cover');
  const [first] = photos;
  if (cover && first) {
    const picture = document.createElement('img');
    Object.assign(picture, { className: 'frame', alt: answers.name ?? '', src: await sourceOf(store, first) });
    cover.replaceChildren(picture);
  }
  const lines = checkLines(answers, crop, kit && { ...kit, crops: [] }).map((line) => {
    const drawnLine = piece('t-line');
    say(drawnLine, 'name', line.name);
    say(drawnLine, 'strong', line.strong);
    say(drawnLine, 'more', line.more.join('\n'));
    const way = drawnLine.querySelector<HTMLAnchorElement>('[data-go-step]');
    if (way) {
      way.href = stepPath(line.step, id, true);
      way.dataset.goStep = line.step;
      const about = way.querySelector('span');
      if (about) about.textContent = ` ${line.name.toLowerCase()}`;
    }
    return drawnLine;
  });
  slot(drawn, 'lines')?.replaceChildren(...lines);
  editing(drawn, answers);
  stalls(drawn, producer, kit?.producers ?? []);
};

/** Of a listing that is handed in already: what was asked for, and another word on the button. */
const editing = (drawn: HTMLElement, { of }: Answers): void => {
  const button = drawn.querySelector('[data-hand-in] .button-buy');
  if (of && button) button.textContent = of.todos.length > 0 ? 'Gửi lại để duyệt' : 'Lưu chỗ đã sửa';
  if (!of || of.todos.length === 0) return;
  const note = copy('t-todos');
  slot(note, 'items')?.append(
    ...of.todos.map((todo) => Object.assign(document.createElement('li'), { textContent: todo })),
  );
  slot(drawn, 'todos')?.replaceChildren(note);
};

const stalls = (drawn: HTMLElement, chosen: string, all: { id: string; name: string; standing: string }[]): void => {
  const ready = all.filter(({ standing }) => standing === 'ready');
  const way = drawn.querySelector<HTMLElement>('[data-hand-in]');
  if (way) way.hidden = ready.length === 0;
  if (ready.length === 0) {
    const suspended = all.some(({ standing }) => standing === 'suspended');
    slot(drawn, 'wait')?.replaceChildren(copy(suspended ? 't-suspended' : 't-waiting'));
  }
  if (ready.length < 2) return;
  const field = document.createElement('fieldset');
  field.id = 'producer';
  const legend = document.createElement('legend');
  legend.className = 'field-name';
  legend.textContent = 'Đăng ở gian hàng nào?';
  field.append(legend, ...ready.map(({ id, name }) => choice('radio', 'producer', id, name)));
  slot(drawn, 'stalls')?.replaceChildren(field);
  const form = drawn.querySelector<HTMLFormElement>('[data-hand-in] form');
  if (form) put(form, 'producer', [chosen]);
};

/** Puts what was typed and not sent back into a form. */
export const mend = (drawn: HTMLElement, typed: readonly (readonly [string, string])[]): void => {
  const form = drawn.querySelector<HTMLFormElement>('form:not([data-photos])');
  if (!form) return;
  for (const name of new Set(typed.map(([one]) => one))) {
    put(
      form,
      name,
      typed.filter(([one]) => one === name).map(([, value]) => value),
    );
  }
  form.dispatchEvent(new Event('input'));
};

/** What is wrong, on top, each line leading to where it is mended. */
export const complain = (
  wizard: HTMLElement,
  { id, said, code, fields = {} }: Pick<Goods, 'id' | 'said' | 'fields' | 'code'>,
): void => {
  wizard.querySelector('#loi')?.remove();
  const names = Object.keys(fields);
  if (names.length === 0 && !said) return;
  const note = piece('t-errors');
  const list = slot(note, 'lines');
  for (const name of names) {
    const box = name === 'pack' ? 'packQuantity' : name;
    const here = wizard.querySelector(`[data-screen] #${CSS.escape(box)}`);
    const link = document.createElement('a');
    link.className = 'inline-block py-2';
    link.href = here ? `#${box}` : stepPath(stepOfAnswer(name), id, true);
    link.textContent = fields[name] || sentences[name] || '';
    const line = document.createElement('li');
    line.append(link);
    list?.append(line);
    here?.setAttribute('aria-invalid', 'true');
    here?.closest('.field')?.classList.add('wrong');
  }
  if (names.length === 0 && said) list?.append(Object.assign(document.createElement('li'), { textContent: said }));
  const sure = wizard.querySelector<HTMLElement>('[data-confirm]');
  if (sure) sure.hidden = code !== 'catalogue.price-jump';
  wizard.querySelector('[data-screen]')?.before(note);
  note.focus();
};
