import { join, resolve } from 'node:path';

/** The checkout. */
export const root = resolve(import.meta.dirname, '..', '..');

/** A file of the checkout, absolute. */
export const inRoot = (...parts: string[]): string => join(root, ...parts);

/** Where the local system keeps its rows, files, logs and secrets: `DATA_DIR`, or `.data` in the checkout. */
export const defaultDataDir = (): string => resolve(root, process.env.DATA_DIR || '.data');
