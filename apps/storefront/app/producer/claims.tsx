import type { OrderClaim } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { Field, Form, Hidden, type Refusal, Submit } from '@chophien/ui';
import { ClaimDetails } from '../order/claim-view.tsx';

/** What the buyer says was wrong with this parcel, and the producer's answer: give back, or say how she sees it. */
export const ParcelClaims = ({ claims, refusal }: { claims: readonly OrderClaim[]; refusal: Refusal | undefined }) => (
  <>
    {claims.map((claim) => (
      <section key={claim.id} className="panel grid gap-4" id="khieu-nai">
        <h2>Người mua báo về kiện này</h2>
        <ClaimDetails claim={claim} photo={(photo) => `/ban-hang/bao/${claim.id}/anh/${photo}`} />
        {claim.state === 'open' && <Answering claim={claim} refusal={refusal} />}
      </section>
    ))}
  </>
);

const Answering = ({ claim, refusal }: { claim: OrderClaim; refusal: Refusal | undefined }) => {
  const typed = (go: string) => (refusal?.typed.go === go ? refusal : undefined);
  return (
    <>
      <Form>
        <Hidden name="go" value="hoan-tien" />
        <Hidden name="claim" value={claim.id} />
        <Field
          name="refund"
          label="Hoàn lại bao nhiêu?"
          hint={`Nhiều nhất ${formatDong(claim.most)}.`}
          value={claim.most.toString()}
          inputMode="numeric"
          autoComplete="off"
          after="đồng"
          enhance="price"
          refusal={typed('hoan-tien')}
        />
        <Submit wide>Hoàn tiền cho người mua</Submit>
      </Form>
      <details open={Boolean(typed('tra-loi'))}>
        <summary className="chip">Tôi thấy khác</summary>
        <div className="panel mt-3">
          <Form>
            <Hidden name="go" value="tra-loi" />
            <Hidden name="claim" value={claim.id} />
            <Field
              name="words"
              label="Kể lại cho cán bộ"
              hint="Cán bộ xã xem ảnh, lời của hai bên rồi quyết định."
              maxLength={500}
              refusal={typed('tra-loi')}
            />
            <Submit kind="plain">Gửi cho cán bộ</Submit>
          </Form>
        </div>
      </details>
    </>
  );
};
