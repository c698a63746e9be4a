import { goods } from '../phone/area.ts';
import { workerFile } from '../phone/worker-file.ts';
import pictures from '../onboarding/crops.svg';
import { script } from './script.ts';

export const loader = (): Response => workerFile(goods, script, pictures);
