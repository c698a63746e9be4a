import type { ConsentView } from '@chophien/contracts';
import { type Refusal, Tick } from '@chophien/ui';

/** One purpose with its whole text, and a box that nobody ticked beforehand. */
export const ConsentBox = ({ consent, refusal }: { consent: ConsentView; refusal: Refusal | undefined }) => (
  <section className="panel grid gap-3">
    <h2>
      {consent.title}
      <span className="block field-hint font-normal">
        {consent.required
          ? 'Bắt buộc: không đồng ý thì chưa bán được.'
          : 'Không bắt buộc: không đồng ý vẫn bán hàng bình thường.'}
      </span>
    </h2>
    <p className="whitespace-pre-line">{consent.text}</p>
    <Tick name={`dong-y-${consent.purpose}`} refusal={refusal}>
      Tôi đã đọc và đồng ý<span className="sr-only">: {consent.title}</span>
    </Tick>
  </section>
);
