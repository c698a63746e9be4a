import { areaOf, beatsOf, belongsTo, type Grant, Problem, producersOf, type Right } from '@chophien/contracts';

interface Asker {
  kind: string;
  grants: readonly Grant[];
}

/**
 * That she belongs to the household or cooperative; a delegate does not.
 * @throws Problem platform.not-found
 */
export const mustBelong = (asker: Asker, producer: string): void => {
  if (!belongsTo(asker, producer)) throw new Problem('platform.not-found');
};

/**
 * That she may do this in its name. Who sees it but may not is told so; to anybody else it is not there.
 * @throws Problem platform.not-found, platform.not-allowed
 */
export const mustHold = (asker: Asker, producer: string, right: Right): void => {
  if (producersOf(asker, right).includes(producer)) return;
  mustBelong(asker, producer);
  throw new Problem('platform.not-allowed', { right });
};

/** Where a household is. */
export interface Place {
  commune: string;
  province: string;
  hamlet: string | null;
}

/** Whether she may write things down for the households of this place: a helper of the hamlet, an officer of the area. */
export const mayAssist = (asker: Asker, { commune, province, hamlet }: Place): boolean => {
  const area = areaOf(asker, 'household.import');
  return (
    area.communes.includes(commune) ||
    area.provinces.includes(province) ||
    beatsOf(asker, 'household.assist').some(
      (beat) => beat.commune === commune && (!beat.hamlets || beat.hamlets.includes(hamlet ?? '')),
    )
  );
};
