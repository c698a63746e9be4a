import { vietnamDay } from '@chophien/kernel';
import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Identity } from '../identity/index.ts';
import { sealText } from '../platform/sealed.ts';
import { Clock } from '../platform/time.ts';

/** Who somebody says the head is. */
export interface Claim {
  fullName: string;
  /** Twelve digits. */
  citizenNumber: string;
  /** YYYY-MM-DD */
  birthDate: string;
}

/** What is kept of a claim: the number sealed for its row, its last digits, and its blind index. */
export interface KeptProof {
  method: 'manual' | 'vneid';
  state: 'waiting' | 'verified';
  fullName: string;
  birthDate: string;
  numberSealed: string;
  numberEnd: string;
  citizenIndex: string;
}

/**
 * A way to know who somebody is. `manual`: what she says waits for an officer who holds it against the citizen card. A method
 * that asks the national register answers `verified` by itself.
 */
export abstract class IdentityProof {
  abstract readonly method: 'manual' | 'vneid';
  /** Not inside a transaction. @throws Problem platform.invalid-input naming the field */
  abstract take(producer: string, claim: Claim): Promise<KeptProof>;
}

/** An officer checks the card. */
@Injectable()
export class ManualIdentityProof extends IdentityProof {
  readonly method = 'manual';

  constructor(
    private readonly identity: Identity,
    private readonly clock: Clock,
  ) {
    super();
  }

  async take(producer: string, { fullName, citizenNumber, birthDate }: Claim): Promise<KeptProof> {
    const today = vietnamDay(this.clock.now());
    if (birthDate >= today || birthDate < '1900-01-01') {
      throw new Problem('platform.invalid-input', {
        errors: [{ field: 'birthDate', rule: 'range', message: 'a day from 1900 to yesterday' }],
      });
    }
    return {
      method: this.method,
      state: 'waiting',
      fullName,
      birthDate,
      numberSealed: await sealText(citizenNumber, proofPlace(producer)),
      numberEnd: citizenNumber.slice(-3),
      citizenIndex: this.identity.citizenIndex(citizenNumber),
    };
  }
}

export const proofPlace = (producer: string) => ({
  table: 'onboarding.identity_proof',
  row: producer,
  owner: producer,
});
export const payoutPlace = (producer: string) => ({ table: 'onboarding.payout', row: producer, owner: producer });
