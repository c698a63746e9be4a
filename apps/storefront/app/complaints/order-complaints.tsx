import type { AnswerOf, listOrderComplaints } from '@chophien/contracts';
import { StateBadge } from '@chophien/ui';
import { complaintStates, untilWhen } from './words.ts';

interface Props {
  code: string;
  orderKey: string;
  complaints: AnswerOf<typeof listOrderComplaints>['items'];
}

/** What was complained of about an order, and the way to do so. */
export const OrderComplaints = ({ code, orderKey, complaints }: Props) => (
  <section className="grid gap-2" aria-label="Khiếu nại">
    {complaints.map((complaint) => (
      <p key={complaint.id} className="panel">
        <a href={`/khieu-nai/${complaint.number}?khoa=${complaint.key}`}>Khiếu nại {complaint.number}</a>{' '}
        <StateBadge state={complaintStates[complaint.state]} /> {untilWhen(complaint)}
      </p>
    ))}
    <p>
      <a className="inline-block py-3" href={`/khieu-nai?don=${code}&khoa=${orderKey}`}>
        Khiếu nại về đơn này
      </a>
    </p>
  </section>
);
