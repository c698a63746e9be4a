interface Line {
  saveData?: boolean;
  effectiveType?: string;
}

/** What the words typed so far may become, below the search box; on a line that is dear or slow nobody is asked. */
export const helpSuggest = (): void => {
  const box = document.querySelector<HTMLInputElement>('[role=search] [name=q]');
  const { saveData, effectiveType = '' } = (navigator as { connection?: Line }).connection ?? {};
  if (!box || saveData || effectiveType.includes('2g')) return;
  const list = document.createElement('datalist');
  list.id = 'goi-y';
  box.after(list);
  box.setAttribute('list', list.id);
  box.autocomplete = 'off';
  let ways = new Map<string, string>();
  let waiting = 0;
  const ask = async (): Promise<void> => {
    const words = box.value.trim();
    if (words.length < 2) return;
    const answer = await fetch(`/tim/goi-y/danh-sach?q=${encodeURIComponent(words)}`);
    if (!answer.ok || box.value.trim() !== words) return;
    ways = new Map((await answer.json()) as [string, string][]);
    list.replaceChildren(
      ...[...ways.keys()].map((text) => {
        const option = document.createElement('option');
        option.value = text;
        return option;
      }),
    );
  };
  box.addEventListener('input', (event) => {
    clearTimeout(waiting);
    const way = ways.get(box.value);
    // One that was chosen is where she goes; one that was typed out by hand waits for the button, as ever.
    if (way && event.inputType !== 'insertText') {
      location.assign(way);
      return;
    }
    waiting = window.setTimeout(() => void ask().catch(() => undefined), 250);
  });
};
