import { getPicture, pictureAddress, Problem, setFocus, widestOf } from '@chophien/contracts';
import { text, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Form, Note, Page, Picture } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/picture';
import { focusOf, places, shownSize } from './focus.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const picture = await read(getPicture, { params });
  return { picture, done: new URL(request.url).searchParams.has('xong') };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const picture = await call(getPicture, { params });
      const body = focusOf({ place: text(form, 'vi-tri'), x: text(form, 'cham.x'), y: text(form, 'cham.y') }, picture);
      if (!body) throw nothingChosen;
      await call(setFocus, { params, body });
      return redirect(`/ban-hang/anh/${params.id}?xong=1`);
    },
    { 'vi-tri': 'Chạm vào ảnh, hoặc bấm một trong chín ô.' },
  );
}

const nothingChosen = new Problem('platform.invalid-input', {
  errors: [{ field: 'vi-tri', rule: 'required', message: '' }],
});

/** What must stay in sight where the picture is cropped: tapped, or chosen from nine places; both are plain forms. */
export default function PicturePage({ loaderData: { picture, done }, actionData }: Route.ComponentProps) {
  const { width, height } = shownSize(picture);
  const { x, y } = picture.focus;
  return (
    <Page title="Phần hiện ra của ảnh" narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/ban-hang/san-pham', word: 'Hàng của tôi' }]} />
      <h1>Phần hiện ra của ảnh</h1>
      <ErrorSummary refusal={actionData} />
      {done && !actionData && <Note tone="good">Đã lưu.</Note>}
      <p>Trong danh sách, ảnh bị cắt bớt. Chạm vào chỗ quan trọng nhất, chợ luôn giữ chỗ ấy trong khung.</p>
      <Form>
        {/* Where it is tapped goes along as two numbers, with or without a script; so its size is fixed. */}
        <span className="relative block" style={{ width, height }}>
          <input
            type="image"
            name="cham"
            src={pictureAddress(picture, widestOf(picture, 800), 'jpg')}
            alt="Chạm vào chỗ quan trọng nhất của ảnh. Không chạm được thì bấm một trong chín ô ở dưới."
            width={width}
            height={height}
            style={{ width, height, maxWidth: 'none', backgroundColor: picture.colour }}
          />
          <span
            className="focus-mark"
            aria-hidden="true"
            style={{ left: `${Math.round(x * 100)}%`, top: `${Math.round(y * 100)}%` }}
          />
        </span>
      </Form>
      <Form>
        <fieldset id="vi-tri" tabIndex={-1}>
          <legend className="field-name">Hoặc chọn một chỗ</legend>
          {actionData?.fields['vi-tri'] && <p className="field-wrong">{actionData.fields['vi-tri']}</p>}
          <div className="grid grid-cols-3 gap-2">
            {places.map(({ id, word }) => (
              <button key={id} type="submit" className="button" name="vi-tri" value={id}>
                {word}
              </button>
            ))}
          </div>
        </fieldset>
      </Form>
      <h2>Người mua sẽ thấy</h2>
      <div className="grid grid-cols-2 gap-3">
        <Picture picture={picture} alt="Ảnh trong danh sách" sizes="10rem" />
      </div>
    </Page>
  );
}
