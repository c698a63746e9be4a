import type { OrderClaim } from '@chophien/contracts';
import { when } from '@chophien/ui';
import { claimKinds, claimStands } from './claim-words.ts';

/** What was said, shown and decided. `photo`: where one of its photographs is. */
export const ClaimDetails = ({ claim, photo }: { claim: OrderClaim; photo: (id: string) => string }) => (
  <div className="grid gap-2">
    <p>
      <b>{claimKinds[claim.kind]}</b>, báo lúc {when(claim.openedAt)}. {claimStands(claim)}
      {claim.state === 'open' && `, hạn ${when(claim.answerBy)}`}.
    </p>
    {claim.words && <p className="whitespace-pre-line">“{claim.words}”</p>}
    {claim.photos.length > 0 && (
      <ul className="flex flex-wrap gap-2">
        {claim.photos.map((id, index) => (
          <li key={id}>
            <a className="block" href={photo(id)}>
              <img
                className="h-24 w-24 object-cover rounded"
                src={photo(id)}
                alt={`Ảnh ${index + 1} của lần báo này`}
                loading="lazy"
              />
            </a>
          </li>
        ))}
      </ul>
    )}
    {claim.answer && <p>Người bán: {claim.answer}</p>}
    {claim.reason && (
      <p>
        {claim.decidedBy === 'official' ? 'Cán bộ' : 'Người bán'}: {claim.reason}
      </p>
    )}
  </div>
);
