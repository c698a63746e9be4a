import { randomUUID } from 'node:crypto';
import { CertificateKind, DeclareCertificate, declareCertificate, getPicture, Id, Problem } from '@chophien/contracts';
import { check, goTo, optional, ownPath, text, visitor, type Visitor } from '@chophien/site';
import { certificateKinds, Choices, Form, Submit, WholePicture } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt, refuse } from '../attempt.ts';
import { PaperBox } from '../onboarding/paper-box.tsx';
import { Screen } from '../onboarding/screen.tsx';
import { typedDay } from '../papers/typed-day.ts';
import { takePictures } from '../producer/pictures.ts';
import type { Route } from './+types/add';
import { Facts } from './facts.tsx';
import { certificatesPath, listingsOf, sellersOf } from './own.ts';

/** First which paper, and its photograph; then what stands on it. */
const askedIn = (request: Request) => {
  const { searchParams } = new URL(request.url);
  return {
    kind: CertificateKind.safeParse(text(searchParams, 'loai')).data,
    picture: Id.safeParse(text(searchParams, 'anh')).data,
    next: ownPath(optional(searchParams, 'next'), '') || undefined,
  };
};

const here = (given: { loai?: string; anh?: string; next?: string | undefined }): string => {
  const said = Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return certificatesPath(`them${said.length > 0 ? `?${new URLSearchParams(said)}` : ''}`);
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const who = context.get(visitor);
  const { kind, picture, next } = askedIn(request);
  const sellers = await sellersOf(who);
  if (sellers.length === 0) return goTo('/ban-hang');
  if (!kind || !picture) return { next, photo: null };
  const [shown, listings] = await Promise.all([who.read(getPicture, { params: { id: picture } }), listingsOf(who)]);
  return { next, photo: { kind, picture: shown, listings, sellers, id: randomUUID() } };
}

const sentences = {
  loai: 'Chọn một loại giấy.',
  anh: 'Chụp hoặc chọn ảnh của giấy.',
  number: 'Ghi số giấy như trên giấy, từ 2 đến 60 chữ.',
  issuer: 'Ghi nơi cấp như trên giấy, từ 2 đến 120 chữ.',
  stars: 'Chọn số sao ghi trên giấy OCOP.',
  issuedOn: 'Ghi ngày cấp như 15/3/2025, không sau hôm nay.',
  validTo: 'Ghi ngày hết hạn như 15/3/2028, không trước ngày cấp.',
  listings: 'Giấy OCOP chỉ của một món. Chọn một món thôi.',
};

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const { kind, picture, next } = askedIn(request);
  if (!kind || !picture) return takePhoto(who, request, next);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const listings = form.getAll('listings').filter((one): one is string => typeof one === 'string' && one !== '');
      const chosen = (await listingsOf(who)).find(({ id }) => id === listings[0]);
      const body = check(DeclareCertificate, {
        id: text(form, 'id'),
        producer: chosen?.producer ?? text(form, 'producer'),
        kind,
        number: text(form, 'number'),
        issuer: text(form, 'issuer'),
        ...(kind === 'ocop' ? { stars: Number(text(form, 'stars')) } : {}),
        issuedOn: typedDay(text(form, 'issuedOn'), 'issuedOn') ?? '',
        ...(kind === 'ocop' ? {} : { validTo: typedDay(text(form, 'validTo'), 'validTo') }),
        listings,
        picture,
      });
      await who.call(declareCertificate, { body });
      return redirect(next ?? `${certificatesPath()}?xong=khai`);
    },
    sentences,
  );
}

const takePhoto = async (who: Visitor, request: Request, next: string | undefined) => {
  let form = new FormData();
  try {
    const sent = await takePictures(who, request);
    form = sent.form;
    const kind = CertificateKind.safeParse(text(form, 'loai')).data;
    const [photo] = sent.taken;
    if (kind && photo) return redirect(here({ loai: kind, anh: photo.id, next }));
    const missing = [...(kind ? [] : ['loai']), ...(photo ? [] : ['anh'])];
    throw new Problem('platform.invalid-input', {
      errors: missing.map((field) => ({ field, rule: 'missing', message: '' })),
    });
  } catch (error) {
    if (error instanceof Problem) return refuse(error, form, sentences);
    throw error;
  }
};

export default function AddCertificate({ loaderData: { next, photo }, actionData }: Route.ComponentProps) {
  if (photo) {
    return (
      <Screen
        title="Trên giấy ghi gì?"
        heading
        back={here({ next })}
        backWords="Chụp lại, chọn loại khác"
        refusal={actionData}
      >
        <WholePicture picture={photo.picture} alt="Ảnh giấy vừa chụp" />
        <Facts {...photo} action={here({ loai: photo.kind, anh: photo.picture.id, next })} refusal={actionData} />
      </Screen>
    );
  }
  return (
    <Screen title="Khai giấy chứng nhận" heading back={next ?? certificatesPath()} refusal={actionData}>
      <Form files action={here({ next })}>
        <Choices
          name="loai"
          legend="Giấy gì?"
          refusal={actionData}
          options={CertificateKind.options.map((value) => ({ value, word: certificateKinds[value] }))}
        />
        <PaperBox
          name="anh"
          label="Chụp giấy"
          hint="Chụp thẳng cả trang, đủ sáng, đọc được chữ và con dấu."
          refusal={actionData}
        />
        <Submit wide>Tiếp tục</Submit>
      </Form>
    </Screen>
  );
}
