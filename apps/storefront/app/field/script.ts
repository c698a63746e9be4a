// oxlint-disable-next-line import/default -- Vite gives the address of the built script as the default
import phone from './phone/phone.ts?worker&url';

/** The address of the field's script. */
export const script: string = phone;
