/** The field's own addresses. */
export const FIELD = '/nhap-ho';

export type Step = '' | 'dong-y' | 'ma' | 'hoi/gian-hang' | 'hoi/noi-o' | 'tham' | 'ban-giao';

export const householdPath = (id: string, step: Step = ''): string => `${FIELD}/ho/${id}${step && `/${step}`}`;

/** The page the phone keeps, showing another of the field's pages out of what it keeps. */
export const keptPath = (to: string): string => `${FIELD}/may?to=${encodeURIComponent(to)}`;

export const asks = ['gian-hang', 'noi-o'] as const;
export type Ask = (typeof asks)[number];
export const isAsk = (word: string | undefined): word is Ask => asks.includes(word as Ask);
