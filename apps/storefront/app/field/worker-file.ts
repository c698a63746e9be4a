import { field } from '../phone/area.ts';
import { workerFile } from '../phone/worker-file.ts';
import { script } from './script.ts';

export const loader = (): Response => workerFile(field, script);
