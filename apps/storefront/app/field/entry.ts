import type { AnswerItem, FieldEntry } from '@chophien/contracts';

// What a form says, as an entry's body. Read on the phone and on the server alike, so nothing here checks: the API does.

export type Kind = FieldEntry['kind'];
type Body = Record<string, unknown>;

const said = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};
const saidAll = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '');
const optional = (name: string, value: string): Body => (value ? { [name]: value } : {});

const household = (form: FormData): Body => {
  const [commune = '', hamlet = ''] = said(form, 'where').split('/');
  return {
    head: said(form, 'head'),
    phones: saidAll(form, 'phones'),
    commune,
    ...optional('hamlet', hamlet),
    ...optional('citizenNumber', said(form, 'citizenNumber')),
    other: said(form, 'other') === '1',
  };
};

const agreement = (form: FormData): Body => ({
  reading: said(form, 'reading'),
  agreed: saidAll(form, 'agreed').map((value) => {
    const [purpose, version] = value.split(' ');
    return { purpose, version };
  }),
  rights: saidAll(form, 'rights'),
  ...optional('until', said(form, 'until')),
});

/** Only what was changed; `was-…` is what stood there, `seen-…` since when. */
const answers = (form: FormData, at: string): Body => ({
  answers: saidAll(form, 'items').flatMap((name) => {
    const item = name as AnswerItem;
    const several = item === 'crops';
    const value = several ? saidAll(form, item) : said(form, item);
    const was = said(form, `was-${item}`);
    if ((Array.isArray(value) ? value.toSorted().join(',') : value) === was) return [];
    const seen = said(form, `seen-${item}`) || null;
    return [{ item, value: value.length === 0 ? null : value, at, seen }];
  }),
});

const visit = (form: FormData): Body => ({
  day: said(form, 'day'),
  done: said(form, 'done'),
  ...optional('missing', said(form, 'missing')),
  ...optional('next', said(form, 'next')),
});

/** @param paper the slip's id, made by whoever sends it */
export const bodyOf = (kind: Kind, form: FormData, { at, paper }: { at: string; paper?: string | undefined }): Body => {
  switch (kind) {
    case 'household':
      return household(form);
    case 'consent-code':
      return {
        ...agreement(form),
        which: Number(said(form, 'which') || 0),
        code: said(form, 'code').replace(/\D/g, ''),
      };
    case 'consent-slip':
      return { ...agreement(form), paper };
    case 'answers':
      return answers(form, at);
    case 'visit':
      return visit(form);
  }
};

/** Whether there is nothing in it to send. */
export const isEmpty = (kind: Kind, body: Body): boolean =>
  kind === 'answers' && Array.isArray(body.answers) && body.answers.length === 0;
