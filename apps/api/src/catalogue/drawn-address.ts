import { type DrawnKind, type DrawnView, drawnView } from '@chophien/contracts';
import { sha256 } from '../platform/crypto.ts';
import { type ListingSays, type StallSays, wholeOf } from './drawn.rules.ts';

/** Everything that stands in a drawing makes its address: a new price is a new picture. */
export const drawnAt = (kind: DrawnKind, subject: string, says: ListingSays | StallSays): DrawnView =>
  drawnView(kind, subject, sha256(wholeOf(kind, says)).slice(0, 16));
