import type { ProducerKind } from '@chophien/contracts';

/** A household or cooperative as the others know it. Name, head and hamlet are personal data. */
export interface ProducerRecord {
  id: string;
  kind: ProducerKind;
  name: string;
  head: string | null;
  commune: string;
  province: string;
  hamlet: string | null;
  subArea: string | null;
  enteredHow: 'self' | 'assisted' | 'imported';
  createdAt: Date;
  closedAt: Date | null;
}

/** The columns of `identity.producer` a {@link ProducerRecord} is made of. */
export const producerColumns = `id, kind, name, head, commune, province, hamlet, sub_area as "subArea", entered_how as "enteredHow",
  created_at as "createdAt", closed_at as "closedAt"`;
