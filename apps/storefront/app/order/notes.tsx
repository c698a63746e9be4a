import type { OrderNote } from '@chophien/contracts';
import { Form, Hidden, type Refusal, Submit, TextArea, when } from '@chophien/ui';

interface Props {
  parcel: string;
  notes: readonly OrderNote[];
  /** Whose page it is: what the other wrote is told by the other's name. */
  me: OrderNote['from'];
  other: string;
  /** Of the next note; without one nothing more can be written. */
  next: string | undefined;
  refusal: Refusal | undefined;
}

/** What buyer and producer write to each other about a parcel, and the next word. */
export const Notes = ({ parcel, notes, me, other, next, refusal }: Props) => {
  const typed = refusal?.typed.parcel === parcel ? refusal : undefined;
  return (
    <details open={notes.length > 0 || Boolean(typed)} id={`loi-${parcel}`}>
      <summary className="chip">Nhắn {other}</summary>
      <div className="grid gap-3 mt-3">
        {notes.length > 0 && (
          <ul className="grid gap-2">
            {notes.map((note) => (
              <li key={note.id}>
                <b>{note.from === me ? 'Bạn' : other}</b> <small>{when(note.at)}</small>
                <br />
                <span className="whitespace-pre-line">{note.text}</span>
              </li>
            ))}
          </ul>
        )}
        {next ? (
          <Form>
            <Hidden name="go" value="nhan-tin" />
            <Hidden name="parcel" value={parcel} />
            <Hidden name="note" value={next} />
            <TextArea name={`text-${parcel}`} label="Lời nhắn" rows={2} maxLength={500} refusal={typed} />
            <Submit kind="plain">Gửi lời nhắn</Submit>
          </Form>
        ) : (
          <p>Đã quá lâu từ khi kiện này kết thúc, không nhắn thêm được.</p>
        )}
      </div>
    </details>
  );
};
