/// <reference lib="dom" />

/** A copy of what a `<template>` of the page holds. */
export const copy = (id: string): HTMLElement => {
  const template = document.getElementById(id) as HTMLTemplateElement;
  const holder = document.createElement('div');
  holder.className = 'grid gap-4';
  holder.append(template.content.cloneNode(true));
  return holder;
};

/** The one element a template is. */
export const piece = (id: string): HTMLElement => copy(id).firstElementChild as HTMLElement;

export const slot = (root: ParentNode, name: string): HTMLElement | null =>
  root.querySelector<HTMLElement>(`[data-slot="${name}"]`);

/** Writes text into a slot; text is never markup. */
export const say = (root: ParentNode, name: string, words: string | null | undefined): void => {
  const place = slot(root, name);
  if (!place) return;
  place.textContent = words ?? '';
  if (words) place.hidden = false;
};

/** Puts values into a form's fields by their names; boxes are ticked by their value. */
export const put = (form: HTMLFormElement, name: string, values: readonly string[]): void => {
  for (const field of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) {
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value);
    else if (field.type !== 'file') field.value = values[0] ?? '';
  }
};
