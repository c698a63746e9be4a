import type { Refusal } from '@chophien/ui';

/** The file of a form, `tep`. */
export const FileBox = ({ label, refusal }: { label: string; refusal: Refusal | undefined }) => {
  const wrong = refusal?.fields.tep;
  return (
    <div className={wrong ? 'field wrong' : 'field'}>
      <label className="field-name" htmlFor="tep">
        {label}
      </label>
      <span className="field-hint" id="tep-goi-y">
        Excel (.xlsx) hoặc CSV, nhiều nhất 5 MB và 5.000 dòng.
      </span>
      {wrong && (
        <p className="field-wrong" id="tep-loi">
          {wrong}
        </p>
      )}
      <input
        className="input"
        type="file"
        id="tep"
        name="tep"
        accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? 'tep-loi tep-goi-y' : 'tep-goi-y'}
      />
    </div>
  );
};
