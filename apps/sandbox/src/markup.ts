/** Text that is already HTML. Only `html` and `raw` make it, so anything else that is shown has been escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

type Shown = Markup | string | number | null | undefined | false | readonly Shown[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Makes text harmless inside an element or a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] as string);

/** A template whose every value is escaped, unless it is markup itself; lists are joined, null and false vanish. */
export function html(parts: TemplateStringsArray, ...values: Shown[]): Markup {
  return new Markup(parts.reduce((text, part, index) => text + show(values[index - 1]) + part));
}

/** For text of ours that is HTML or CSS already; never for anything that came from outside. */
export const raw = (text: string): Markup => new Markup(text);

function show(value: Shown): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return (value as readonly Shown[]).map(show).join('');
  return escapeHtml(String(value));
}
