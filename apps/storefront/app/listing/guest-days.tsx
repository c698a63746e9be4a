import { Form, Submit } from '@chophien/ui';
import type { GuestDay } from './answers.ts';
import { hereOf, Onwards, type ScreenProps } from './screen-parts.tsx';
import { dayAndHour } from './typed.ts';

/** Days on which guests may come, each with its hour and its places. */
export const GuestDays = (props: ScreenProps) => {
  const { answers, edits, refusal, id } = props;
  const known = answers.dates ?? [];
  const rows = [...known, { id: empty(id, known.length), startsAt: '', places: 0 }];
  return (
    <Form action={hereOf(props)}>
      {refusal?.fields.dates && <p className="field-wrong">{refusal.fields.dates}</p>}
      <div className="grid gap-3" id="dates" data-slot="days">
        {rows.map((row) => (
          <GuestDayRow key={row.id} row={row} />
        ))}
      </div>
      <Submit kind="plain" name="go" value="them" wide>
        Thêm ngày nữa
      </Submit>
      <Onwards edits={edits} />
    </Form>
  );
};

export const GuestDayRow = ({ row }: { row: GuestDay }) => {
  const [day, hour] = row.startsAt ? dayAndHour(row.startsAt) : ['', '08:00'];
  return (
    <fieldset className="panel grid gap-3" data-day="">
      <legend className="sr-only">Một ngày đón khách</legend>
      <input type="hidden" name="dateId" value={row.id} />
      <label>
        <span className="field-name">Ngày</span>
        <input className="input" type="date" name={`day-${row.id}`} defaultValue={day} />
      </label>
      <div className="grid grid-cols-2 gap-3">
        <label>
          <span className="field-name">Giờ</span>
          <input className="input" type="time" name={`hour-${row.id}`} defaultValue={hour} />
        </label>
        <label>
          <span className="field-name">Số chỗ</span>
          <input
            className="input"
            inputMode="numeric"
            name={`places-${row.id}`}
            defaultValue={row.places || ''}
            maxLength={4}
          />
        </label>
      </div>
    </fieldset>
  );
};

/** An id for the row that is still empty: the same each time the page is made, so that a second press is the same day. */
const empty = (listing: string, at: number): string =>
  `${listing.slice(0, 24)}${(Number.parseInt(listing.slice(24, 30), 16) ^ (at + 1)).toString(16).padStart(6, '0')}${listing.slice(30)}`;
