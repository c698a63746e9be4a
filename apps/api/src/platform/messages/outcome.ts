/** Who carries a message to a phone. */
export type Provider = 'zalo' | 'sms';

/** How a call to a company that sends messages went. */
export type Outcome =
  /** They took it. */
  | { kind: 'sent'; answer: string }
  /** They will not; nothing was sent. */
  | { kind: 'refused'; answer: string }
  /** Too many at once; nothing was sent. */
  | { kind: 'later'; seconds: number }
  /** They could not be reached; nothing was sent. */
  | { kind: 'away' }
  /** No answer, or not one we understand: they may have sent it. */
  | { kind: 'lost'; answer: string };

/** Zalo's words for: no account, not active or unwilling, an old version. The same person is reached by SMS. */
export const withoutZalo: readonly string[] = ['-118', '-114', '-110'];
