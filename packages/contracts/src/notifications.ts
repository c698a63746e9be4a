import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Instant } from './values.ts';

export const MessageView = z
  .object({
    id: Id,
    kind: z.string(),
    text: z.string(),
    link: z.string().nullable(),
    at: Instant,
    readAt: Instant.nullable(),
    /** How it went out beside this list. */
    sent: z.enum(['pending', 'zalo', 'sms', 'failed', 'none']),
  })
  .meta({ id: 'Message' });

export const listMessages = endpoint({
  method: 'GET',
  path: '/me/messages',
  summary: 'What I was told, newest first',
  needs: 'message.read',
  reach: 'own',
  result: z.object({ items: z.array(MessageView), unread: z.int() }),
});

export const readMessages = endpoint({
  method: 'POST',
  path: '/me/messages/read',
  summary: 'I have seen them all',
  needs: 'message.read',
  reach: 'own',
  result: z.object({ unread: z.int() }),
});
