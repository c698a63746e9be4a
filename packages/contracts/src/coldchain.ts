import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { DeviceId } from './logistics.ts';
import { Celsius, CommuneCode, Done, Id, Instant, line, ShortCode } from './values.ts';

/** 85 and −127 are flagged later, never refused: the logger did say them. */
export const ReadingInput = z.strictObject({
  channel: z.string().regex(/^[a-z0-9-]{1,20}$/),
  at: Instant,
  celsius: Celsius,
});

export const ReadingBatch = z
  .strictObject({
    deviceId: DeviceId,
    batchKey: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
    sentAt: Instant,
    readings: z.array(ReadingInput).min(1).max(5_000),
  })
  .meta({ id: 'ReadingBatch' });
export type ReadingBatch = z.infer<typeof ReadingBatch>;

/**
 * Signed by the logger: `x-device`, `x-timestamp` (Unix seconds), `x-nonce`, `x-signature` = hex HMAC-SHA256 with the device's key over
 * method, path, device, timestamp, nonce and the SHA-256 of the raw body, joined by line feeds.
 */
export const takeReadings = endpoint({
  method: 'POST',
  path: '/telemetry/batches',
  summary: 'A batch of temperature readings of one logger',
  needs: 'public',
  body: ReadingBatch,
  status: 202,
  result: z.object({ batchKey: z.string(), readings: z.int(), added: z.int() }).meta({ id: 'BatchTaken' }),
});

export const registerDevice = endpoint({
  method: 'POST',
  path: '/devices',
  summary: 'Register a logger; its key is shown this once',
  needs: 'device.register',
  reach: 'area',
  body: z.strictObject({ deviceId: DeviceId, model: line(80), commune: CommuneCode }).meta({ id: 'RegisterDevice' }),
  result: z.object({ deviceId: DeviceId, key: z.string() }).meta({ id: 'DeviceRegistered' }),
});

export const revokeDevice = endpoint({
  method: 'POST',
  path: '/devices/:deviceId/revocation',
  summary: 'Believe this logger no longer',
  needs: 'device.register',
  reach: 'area',
  params: z.strictObject({ deviceId: DeviceId }),
  body: z.strictObject({ reason: line(200, 3) }).meta({ id: 'RevokeDevice' }),
  result: Done,
});

export const ExcursionState = z.enum(['open', 'recovering', 'ended']);

/** Known time inside and outside the limits, and time nobody knows about: a gap is never counted as good. */
export const TemperatureSummary = z
  .object({
    device: z.string().nullable(),
    minimumCelsius: z.number().nullable(),
    maximumCelsius: z.number().nullable(),
    limitLow: z.number().nullable(),
    limitHigh: z.number().nullable(),
    insideSeconds: z.int(),
    outsideSeconds: z.int(),
    unknownSeconds: z.int(),
    meanKinetic: z.number().nullable(),
    from: Instant.nullable(),
    until: Instant.nullable(),
    excursions: z.array(
      z.object({
        id: Id,
        side: z.enum(['high', 'low']),
        from: Instant,
        until: Instant.nullable(),
        peak: z.number(),
        seconds: z.int(),
        state: ExcursionState,
      }),
    ),
  })
  .meta({ id: 'TemperatureSummary' });
export type TemperatureSummary = z.infer<typeof TemperatureSummary>;

export const TemperatureTrace = TemperatureSummary.extend({
  readings: z.array(z.object({ at: Instant, celsius: z.number(), flagged: z.boolean() })),
  gaps: z.array(z.object({ from: Instant, until: Instant })),
}).meta({ id: 'TemperatureTrace' });
export type TemperatureTrace = z.infer<typeof TemperatureTrace>;

/** A parcel as an officer of the producer's or the buyer's commune watches it. */
export const listWatchedParcels = endpoint({
  method: 'GET',
  path: '/watch/parcels',
  summary: 'Parcels under way with a logger in my area, held ones first',
  needs: 'parcel.watch',
  reach: 'area',
  result: z.object({
    items: z.array(
      z
        .object({
          id: Id,
          code: z.string(),
          producer: z.string(),
          commune: CommuneCode,
          storage: z.string(),
          state: z.string(),
          held: z.boolean(),
          holdReason: z.string().nullable(),
          lastCelsius: z.number().nullable(),
          lastReadingAt: Instant.nullable(),
          dispatchedAt: Instant.nullable(),
        })
        .meta({ id: 'WatchedParcel' }),
    ),
  }),
});

export const watchParcel = endpoint({
  method: 'GET',
  path: '/watch/parcels/:code',
  summary: 'One parcel of my area with its temperature trace',
  needs: 'parcel.watch',
  reach: 'area',
  params: z.strictObject({ code: ShortCode }),
  result: z
    .object({
      id: Id,
      code: z.string(),
      producer: z.string(),
      commune: CommuneCode,
      storage: z.string(),
      state: z.string(),
      held: z.boolean(),
      holdReason: z.string().nullable(),
      goods: z.array(z.object({ name: z.string(), quantity: z.int(), unit: z.string() })),
      confirmedAt: Instant.nullable(),
      packedAt: Instant.nullable(),
      shippedAt: Instant.nullable(),
      deliveredAt: Instant.nullable(),
      temperature: TemperatureTrace,
    })
    .meta({ id: 'WatchedParcelDetail' }),
});
