/** A second tap on a slow line sends nothing twice: the button waits. Coming back to the page frees it again. */
export const lockOnce = (): void => {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = '1';
    // After the form has been read: a button that is switched off earlier would not send its own value.
    setTimeout(() => {
      for (const button of form.querySelectorAll('button')) button.disabled = true;
    });
  });
  window.addEventListener('pageshow', () => {
    for (const form of document.forms) {
      delete form.dataset.sent;
      for (const button of form.querySelectorAll('button')) button.disabled = button.defaultDisabled ?? false;
    }
  });
};

declare global {
  interface HTMLButtonElement {
    /** Switched off by the server, and so to stay. */
    defaultDisabled?: boolean;
  }
}
for (const button of document.querySelectorAll('button')) button.defaultDisabled = button.disabled;
