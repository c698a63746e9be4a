import type { SessionRule } from '@chophien/site';

/** How this site knows who is signed in. */
export const session: SessionRule = { cookie: 'phien', sameSite: 'Lax', signInPath: '/dang-nhap' };
