import type { SessionRule } from '@chophien/site';

/** The cookie that says for whom somebody acts on the producer's side. */
export const ACTING = 'thay';

/** How this site knows who is signed in; a phone may be a whole family's. */
export const session: SessionRule = {
  cookie: 'phien',
  sameSite: 'Lax',
  signInPath: '/dang-nhap',
  people: { most: 4, choosePath: '/tai-khoan/chuyen' },
  // The pages of one's own people stay one's own, whomever one acts for.
  acting: { cookie: ACTING, under: /^\/ban-hang(?!\/(ho|uy-quyen|da-lam-thay)(\/|$))(\/|$)/ },
};
