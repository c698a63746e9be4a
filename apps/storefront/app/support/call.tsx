import { Icon } from '@chophien/ui';

/** The telephone beside the form: who would rather speak than write rings here. */
export const Call = ({ phone }: { phone: string | undefined }) =>
  phone ? (
    <p>
      <a className="button w-full" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
        <Icon name="phone" />
        Gọi {phone}
      </a>
    </p>
  ) : (
    <p className="panel">Muốn nói chuyện trực tiếp, hãy gặp tổ công nghệ số cộng đồng của xã bạn.</p>
  );
