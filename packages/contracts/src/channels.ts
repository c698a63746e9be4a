import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Day, Id, Instant } from './values.ts';

/** Two separate statements about a platform, each with its day and source; never merged into one. */
export const ChannelView = z
  .object({
    id: z.string(),
    name: z.string(),
    operator: z.string(),
    website: z.string().nullable(),
    state: z.enum(['operating', 'closed', 'unclear']),
    reputable: z.object({ value: z.boolean().nullable(), since: Day, source: z.string() }),
    vietnamese: z.object({ value: z.boolean().nullable(), since: Day, source: z.string() }),
    connector: z.enum(['own', 'file', 'none']),
  })
  .meta({ id: 'Channel' });

export const listChannels = endpoint({
  method: 'GET',
  path: '/channels',
  summary: 'The register of outside platforms',
  needs: 'public',
  result: z.object({ items: z.array(ChannelView) }),
});

export const ExportView = z
  .object({ id: Id, channel: z.string(), producer: Id, listings: z.int(), createdAt: Instant })
  .meta({ id: 'ChannelExport' });

export const exportListings = endpoint({
  method: 'POST',
  path: '/channels/:id/exports',
  summary: "A file of a producer's listings to hand to an outside platform",
  needs: 'channel.export',
  reach: 'producer',
  params: z.strictObject({ id: z.string().regex(/^[a-z0-9-]{2,40}$/) }),
  body: z.strictObject({ id: Id, producer: Id }).meta({ id: 'ExportListings' }),
  result: ExportView,
});

export const listExports = endpoint({
  method: 'GET',
  path: '/me/channel-exports',
  summary: 'Files made so far, newest first',
  needs: 'channel.export',
  reach: 'producer',
  result: z.object({ items: z.array(ExportView) }),
});

export const downloadExport = endpoint({
  method: 'GET',
  path: '/channel-exports/:id/file',
  summary: 'The file, as CSV in UTF-8 with a byte order mark',
  needs: 'channel.export',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  raw: true,
});
