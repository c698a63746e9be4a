import type { Step } from './paths.ts';
import { householdPath } from './paths.ts';

interface Way {
  step: Step;
  word: string;
  about: string;
  /** Shown only while the household lets her write. */
  writes?: true;
}

const ways: readonly Way[] = [
  { step: 'hoi/gian-hang', word: 'Gian hàng', about: 'Tên, chủ hộ, hàng định bán, lời giới thiệu', writes: true },
  { step: 'hoi/noi-o', word: 'Nơi ở', about: 'Thôn, địa chỉ, lời nhắn', writes: true },
  { step: 'tham', word: 'Buổi thăm', about: 'Đã làm gì, hẹn lần sau' },
];

/** What can be done for a household also without a signal; the phone fills in whose it is. */
export const Ways = ({ id, mayWrite }: { id?: string; mayWrite: boolean }) => (
  <ul className="grid gap-3">
    {ways
      .filter(({ writes }) => mayWrite || !writes)
      .map(({ step, word, about, writes }) => (
        <li key={step} className="panel" data-writes={writes}>
          <a className="font-bold inline-block py-2" href={id && householdPath(id, step)} data-step={step}>
            {word}
          </a>
          <p className="field-hint">{about}</p>
        </li>
      ))}
  </ul>
);
