import { Submit } from '@chophien/ui';
import { monthsOn, monthsToChoose, monthWords } from './month.ts';

interface Props {
  path: string;
  month: string;
  /** What else the address says and keeps, such as the order of a table. */
  keep?: Readonly<Record<string, string>>;
}

/** Another month: a list to choose from, and the one before and after as links. */
export const MonthForm = ({ path, month, keep = {} }: Props) => {
  const months = monthsToChoose(month);
  const href = (to: string) => `${path}?${new URLSearchParams({ ...keep, thang: to })}`;
  const later = monthsOn(month, 1);
  return (
    <form action={path} className="no-print flex flex-wrap items-end gap-3">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        <span className="field-name">Tháng</span>
        <select className="input" name="thang" defaultValue={month}>
          {months.map((each) => (
            <option key={each} value={each}>
              {monthWords(each)}
            </option>
          ))}
        </select>
      </label>
      <Submit kind="plain">Xem</Submit>
      <a className="inline-block py-3" href={href(monthsOn(month, -1))}>
        ‹ Tháng trước
      </a>
      {months.includes(later) && (
        <a className="inline-block py-3" href={href(later)}>
          Tháng sau ›
        </a>
      )}
    </form>
  );
};
