import { Id, PictureView, refusal } from '@chophien/contracts';
import { check, visitor } from '@chophien/site';
import { answer, forScript } from '../phone/for-script.ts';
import type { Route } from './+types/picture-data';
import { ofWhoever } from './sent.ts';

/** One picture of a phone's, under the id the phone gave it: sent twice it is the same one. The API judges it by its bytes. */
export const action = ({ context, params, request }: Route.ActionArgs): Promise<Response> =>
  forScript(async () => {
    const who = context.get(visitor);
    ofWhoever(who, request.headers.get('x-nguoi-gui') ?? '');
    const id = check(Id, params.picture);
    const taken = await who.raw(`/pictures/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg' },
      body: await request.arrayBuffer(),
    });
    if (taken.ok) return answer({ picture: PictureView.parse(await taken.json()) });
    throw await refusal(taken);
  });
