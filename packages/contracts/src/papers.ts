import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CommuneCode, Day, Id, Instant, line, PageNumber } from './values.ts';

/** Kinds of papers a producer hands in. What each is asked for is a dated requirement. */
export const paperKinds = {
  'citizen-card-front': 'Mặt trước căn cước',
  'citizen-card-back': 'Mặt sau căn cước',
  'business-registration': 'Giấy chứng nhận đăng ký hộ kinh doanh, hợp tác xã',
  'food-safety-certificate': 'Giấy chứng nhận đủ điều kiện an toàn thực phẩm',
  'food-safety-commitment': 'Bản cam kết sản xuất thực phẩm an toàn',
  'quality-certificate': 'Chứng nhận GMP, HACCP, ISO 22000 …',
  vietgap: 'Chứng nhận VietGAP',
  ocop: 'Giấy chứng nhận OCOP',
  'self-declaration': 'Bản tự công bố sản phẩm',
  'test-report': 'Phiếu kiểm nghiệm',
  'consent-slip': 'Phiếu đồng ý có chữ ký',
  'exemption-statement': 'Giấy xác nhận thuộc diện miễn',
  other: 'Giấy tờ khác',
} as const;
export type PaperKind = keyof typeof paperKinds;
export const PaperKind = z.enum(Object.keys(paperKinds) as [PaperKind, ...PaperKind[]]);

export const PaperState = z.enum(['waiting', 'verified', 'refused', 'expired', 'replaced']);

/** What is known of a paper; the picture itself is another address, and each look at it is noted. */
export const PaperView = z
  .object({
    id: Id,
    producer: Id,
    kind: PaperKind,
    state: PaperState,
    number: z.string().nullable(),
    issuer: z.string().nullable(),
    issuedOn: Day.nullable(),
    expiresOn: Day.nullable(),
    pages: z.int(),
    handedInAt: Instant,
    /** Why it was refused. */
    reason: z.string().nullable(),
    /** Days until it expires (0: its last day); negative: since. */
    daysLeft: z.int().nullable(),
    /** What each page is, in their order; empty once the bytes are destroyed. */
    sheets: z.array(z.enum(['picture', 'pdf'])),
    /** Whether a virus scanner saw every page; false where none is connected. */
    scanned: z.boolean(),
  })
  .meta({ id: 'Paper' });
export type PaperView = z.infer<typeof PaperView>;

/** Shown to nobody but the own people, and officers while the identity proof waits; never number or dates. */
export const citizenCards = ['citizen-card-front', 'citizen-card-back'] as const satisfies readonly PaperKind[];
export const isCitizenCard = (kind: PaperKind): boolean => (citizenCards as readonly PaperKind[]).includes(kind);

export const PaperFacts = z
  .strictObject({
    number: line(60).optional(),
    issuer: line(160).optional(),
    issuedOn: Day.optional(),
    expiresOn: Day.optional(),
  })
  .meta({ id: 'PaperFacts' });

/** At most this many bytes; a photograph shrunk on the phone is a tenth of it. */
export const paperBytes = 8 * 1024 * 1024;

/**
 * The bytes are the body (`image/jpeg`, `image/png`, `image/webp`, `application/pdf`), judged by themselves and not by their
 * name; the id is made by whoever sends it, so that a retry is the same paper. A second page is another call with `page=2`.
 */
export const putPaper = endpoint({
  method: 'PUT',
  path: '/producers/:producer/papers/:id',
  summary: 'Hand in a paper: a photograph or a PDF',
  needs: 'paper.hand-in',
  reach: 'producer',
  params: z.strictObject({ producer: Id, id: Id }),
  query: z.strictObject({
    kind: PaperKind,
    page: z.coerce.number().pipe(z.int().min(1).max(6)).default(1),
    /** The paper that ends when this one is verified; for kinds of which there is only one it needs no saying. */
    replaces: Id.optional(),
  }),
  raw: true,
  limit: { points: 120, seconds: 3600, by: 'address' },
});

export const describePaper = endpoint({
  method: 'PUT',
  path: '/producers/:producer/papers/:id/facts',
  summary: 'Number, issuer and dates as they stand on the paper',
  needs: 'paper.hand-in',
  reach: 'producer',
  params: z.strictObject({ producer: Id, id: Id }),
  body: PaperFacts,
  result: PaperView,
});

export const listPapers = endpoint({
  method: 'GET',
  path: '/producers/:producer/papers',
  summary: 'The papers of one producer, newest first',
  needs: 'paper.hand-in',
  reach: 'producer',
  params: z.strictObject({ producer: Id }),
  result: z.object({ items: z.array(PaperView) }),
});

export const takeBackPaper = endpoint({
  method: 'DELETE',
  path: '/producers/:producer/papers/:id',
  summary: 'Take back a paper nobody has checked yet; its bytes are destroyed',
  needs: 'paper.hand-in',
  reach: 'producer',
  params: z.strictObject({ producer: Id, id: Id }),
  result: z.object({ done: z.literal(true) }),
});

/** For its own people. Sent as `attachment`-free bytes with our own type; never cached. */
export const readOwnPaper = endpoint({
  method: 'GET',
  path: '/producers/:producer/papers/:id/pages/:page',
  summary: 'One page of a paper, for its own people',
  needs: 'paper.hand-in',
  reach: 'producer',
  params: z.strictObject({ producer: Id, id: Id, page: z.coerce.number().pipe(z.int().min(1).max(6)) }),
  raw: true,
});

export const PaperToCheck = PaperView.extend({
  producerName: z.string(),
  commune: z.object({ code: CommuneCode, name: z.string() }),
}).meta({ id: 'PaperToCheck' });
export type PaperToCheck = z.infer<typeof PaperToCheck>;

const paperQueue = z.strictObject({
  show: z.enum(['waiting', 'expiring', 'expired']).default('waiting'),
  kind: PaperKind.optional(),
  commune: CommuneCode.optional(),
  page: PageNumber,
});

/** Citizen cards are not among them: they are checked with the identity proof of an application. */
export const listPapersToCheck = endpoint({
  method: 'GET',
  path: '/papers',
  summary: 'Papers of an area: to be checked, soon to expire, or expired; the most urgent first',
  needs: 'paper.check',
  reach: 'area',
  query: paperQueue,
  result: z.object({
    items: z.array(PaperToCheck),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    /** Of the area, whatever is filtered. */
    counts: z.object({ waiting: z.int(), expiring: z.int(), expired: z.int() }),
  }),
});

export const getPaperToCheck = endpoint({
  method: 'GET',
  path: '/papers/:id',
  summary: 'One paper of an area, what stands on it, and the next one waiting',
  needs: 'paper.check',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  result: PaperToCheck.extend({
    /** The one it would replace when it is verified. */
    before: PaperView.nullable(),
    next: Id.nullable(),
  }),
});

export const readPaper = endpoint({
  method: 'GET',
  path: '/papers/:id/pages/:page',
  summary: 'One page of a paper, for who must check it; the look is noted',
  needs: 'paper.check',
  reach: 'area',
  params: z.strictObject({ id: Id, page: z.coerce.number().pipe(z.int().min(1).max(6)) }),
  raw: true,
});

export const decidePaper = endpoint({
  method: 'POST',
  path: '/papers/:id/decision',
  summary: 'Say what checking a paper showed, with its number and dates as they stand on it',
  needs: 'paper.check',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  body: z
    .strictObject({
      result: z.enum(['verified', 'refused']),
      reason: line(300, 3).optional(),
      facts: PaperFacts.default({}),
    })
    .meta({ id: 'DecidePaper' }),
  result: PaperView,
});
