/** The screens in their order, by the last part of their address; one thing to answer on each. */
export const steps = ['anh', 'mon', 'gia', 'so-luong', 'cach-giu', 'xem-lai'] as const;
export type Step = (typeof steps)[number];

export const stepPath = (step: Step): string => (step === 'anh' ? '/ban-hang/dang-ban' : `/ban-hang/dang-ban/${step}`);

export const stepAfter = (step: Step): Step => steps[steps.indexOf(step) + 1] ?? 'xem-lai';
