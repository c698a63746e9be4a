import { Icon, type Refusal } from '@chophien/ui';

/** A box for a photograph of a paper. The script makes photographs small before they travel; a PDF goes as it is. */
export const PaperBox = ({
  name,
  label,
  hint,
  pdf,
  camera,
  several,
  refusal,
}: {
  name: string;
  label: string;
  hint?: string;
  pdf?: boolean;
  /** Opens the camera at once, where there is one. */
  camera?: boolean;
  /** Several pages at once. */
  several?: boolean;
  refusal: Refusal | undefined;
}) => {
  const wrong = refusal?.fields[name];
  return (
    <div className={wrong ? 'field wrong' : 'field'}>
      <label className="field-name" htmlFor={name}>
        <Icon name="camera" /> {label}
      </label>
      {hint && (
        <span className="field-hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {wrong && (
        <p className="field-wrong" id={`${name}-loi`}>
          {wrong}
        </p>
      )}
      <input
        className="input"
        id={name}
        name={name}
        type="file"
        accept={`image/jpeg,image/png,image/webp${pdf ? ',application/pdf' : ''}`}
        aria-describedby={[hint && `${name}-hint`, wrong && `${name}-loi`].filter(Boolean).join(' ') || undefined}
        capture={camera ? 'environment' : undefined}
        multiple={several}
        data-enhance="pictures"
        data-of="papers"
      />
    </div>
  );
};
