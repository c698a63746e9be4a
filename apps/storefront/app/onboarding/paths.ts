/** Where one application's pages are. */
export const applicationPath = (id: string, rest = ''): string => `/ban-hang/ho-so/${id}${rest && `/${rest}`}`;

/** The page with every answer on it; `Sửa` leads from there to a question and back. */
export const checkPath = (id: string): string => applicationPath(id, 'xem-lai');

/** Whether a question was opened from the page with every answer, and so leads back there. */
export const fromCheck = (request: Request): boolean => new URL(request.url).searchParams.has('sua');
