/** Money that moved on a watched account, in whole đồng. */
export interface SeenTransfer {
  provider: 'sepay' | 'payos';
  /** The same whether it was told of or asked for. */
  id: string;
  account: string;
  amount: number;
  content: string;
  reference: string;
  at: Date;
  /** Money that went out is nobody's here. */
  incoming: boolean;
}

/** Something opened at the provider whose payment is waited for. */
export interface Awaited {
  number: number;
  link: string | null;
}

/** A company that tells when money came to an account. Nothing it tells is believed without its signature. */
export interface TransferWatcher {
  readonly provider: SeenTransfer['provider'];
  /** Whether this house has a contract with it. */
  readonly works: boolean;
  /** What a call tells; undefined when it is not genuinely the provider's, or too old. */
  read(call: {
    raw: Buffer;
    headers: Readonly<Record<string, string | string[] | undefined>>;
    now: Date;
  }): SeenTransfer[] | undefined;
  /** What came in since then, for calls that were all lost. */
  ask(question: { since: Date; awaited: readonly Awaited[] }): Promise<SeenTransfer[]>;
}
