// oxlint-disable-next-line import/default -- Vite gives the address of the built script as the default
import phone from './phone/phone.ts?worker&url';

/** The script of whoever sells: the form, and what the phone has not sent. */
export const script: string = phone;
