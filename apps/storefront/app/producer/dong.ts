export { parseDong } from '@chophien/kernel';
