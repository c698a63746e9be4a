import type { CertificateView } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { Badge, certificateName, certificateStates } from '@chophien/ui';

const until: Partial<Record<CertificateView['state'], string>> = {
  valid: 'còn hiệu lực đến',
  expiring: 'còn hiệu lực đến',
  expired: 'đã hết hạn ngày',
};

/** What an officer found true of it: whose paper, its number, how long it holds. */
export const Certificates = ({ certificates }: { certificates: readonly CertificateView[] }) => (
  <ul className="grid gap-2">
    {certificates.map((certificate) => {
      const { word, tone } = certificateStates[certificate.state];
      return (
        <li key={certificate.id}>
          <b>{certificateName(certificate)}</b> <Badge tone={tone}>{word}</Badge>
          <br />
          <span className="field-hint">
            Số {certificate.number}, {certificate.issuer} cấp ngày {formatDay(certificate.issuedOn)}
            {certificate.validTo &&
              `, ${until[certificate.state] ?? 'có giá trị đến'} ${formatDay(certificate.validTo)}`}
          </span>
        </li>
      );
    })}
  </ul>
);
