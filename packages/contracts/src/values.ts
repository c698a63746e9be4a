import { nfc, normaliseCode, normalisePhone, units } from '@chophien/kernel';
import { z } from 'zod';

/** Made by whoever sends it, so that a retry is the same thing. */
export const Id = z.uuid();
export const Instant = z.iso.datetime();
/** A calendar day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export const Day = z.iso.date();
export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'YYYY-MM');
/** Whole đồng. */
export const Dong = z.int().min(0).max(1_000_000_000_000);

/** Whole đồng that go one way or the other: a debit is more, a credit less than nothing. */
export const Signed = z.int();
/** What is sold is never free by mistake: 1,000 đ is the least coin in use. */
export const Price = z.int().min(1_000).max(1_000_000_000);
/** Whole thousandths of the selling unit: 1.5 kg is 1500. */
export const Quantity = z.int().min(1).max(1_000_000_000);
export const CommuneCode = z.string().regex(/^\d{5}$/, 'five digits');
export const ProvinceCode = z.string().regex(/^\d{2}$/, 'two digits');
export const Celsius = z.number().min(-200).max(200);
export const UnitId = z.enum(units.map((unit) => unit.id) as [string, ...string[]]);

/** One line of text: NFC, trimmed, no control characters. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => nfc(text).replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(min)
        .max(max)
        .regex(/^\P{Cc}*$/u, 'no control characters'),
    );

/** Several lines of plain text: NFC, trimmed; never HTML. */
export const prose = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => nfc(text).replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .max(max)
        .regex(/^(\P{Cc}|\n)*$/u, 'no control characters'),
    );

/** A Vietnamese mobile number in any usual writing; kept as `+84…`. */
export const Phone = z
  .string()
  .max(20)
  .transform((text, context) => {
    const phone = normalisePhone(text);
    if (phone) return phone;
    context.addIssue({ code: 'custom', message: 'a Vietnamese mobile number' });
    return z.NEVER;
  });

/** What a person typed into a search box. */
export const SearchWords = z
  .string()
  .max(400)
  .transform((text) => nfc(text).replace(/\s+/g, ' ').trim())
  .pipe(z.string().max(100));

/** A code a person reads aloud or types: order and parcel codes. */
export const ShortCode = z
  .string()
  .max(20)
  .transform((text) => normaliseCode(text))
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{6,14}$/, 'a code of letters and digits'));

/** A secret that opens one basket or one order. */
export const Key = z.string().regex(/^[A-Za-z0-9_-]{43}$/, '43 characters');

/** How a thing must be kept. Limits in °C come from the commodity's dated profile, never from here. */
export const StorageClass = z.enum(['ambient', 'cool', 'chilled', 'frozen']);
export type StorageClass = z.infer<typeof StorageClass>;

/** Numbers in an address arrive as text. */
export const PageNumber = z.coerce.number().pipe(z.int().min(1).max(500)).default(1);

export const Done = z.object({ done: z.literal(true) });
export const done = { done: true } as const;
