import { Problem } from '@chophien/contracts';
import { sentence } from '@chophien/ui';

/** What the phone's script gets: never kept by a cache, and a refusal as its status with a sentence. */
export const answer = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });

/** A script follows no way to a page: whoever must sign in first is told so by 401. */
export const forScript = async (ask: () => Promise<Response>): Promise<Response> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Response) return answer({ sentence: 'Hãy đăng nhập lại.' }, 401);
    if (error instanceof Problem) return answer({ code: error.code, sentence: sentence(error) }, error.status);
    throw error;
  }
};
