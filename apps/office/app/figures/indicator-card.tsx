import type { IndicatorView } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { Badge, Icon, whenDay } from '@chophien/ui';
import { whole } from './headline.tsx';
import { changeWords, indicatorWords, statusWords, valueWords } from './indicator-words.ts';

interface Props {
  indicator: IndicatorView;
  month: string;
  /** The page of the commune. */
  path: string;
}

/** One number with everything an official must be able to say about it. */
export const IndicatorCard = ({ indicator, month, path }: Props) => {
  const { id, name, unit, value, numerator, denominator, formula, declared, status, threshold, events } = indicator;
  const said = statusWords[status];
  return (
    <section className="panel grid content-start gap-2" data-indicator={id}>
      <h2>{name}</h2>
      <p className="text-2xl font-bold" data-value={value ?? ''}>
        {indicatorWords(indicator)}
      </p>
      <p>
        <Badge tone={said.tone}>
          {said.icon && <Icon name={said.icon} />}
          {said.word}
        </Badge>
      </p>
      <p>{changeWords(indicator, month)}.</p>
      <dl className="facts">
        {numerator !== null && (
          <>
            <dt>Tử số</dt>
            <dd>{whole(numerator)}</dd>
            <dt>Mẫu số</dt>
            <dd>{denominator === null ? 'Xã chưa khai, xem biểu mẫu bên dưới' : whole(denominator)}</dd>
          </>
        )}
        {declared && (
          <>
            <dt>Văn bản của mẫu số</dt>
            <dd>
              {declared.document}, khai ngày {whenDay(declared.at)}
            </dd>
          </>
        )}
        {threshold && (
          <>
            <dt>Mốc</dt>
            <dd>
              {valueWords(unit, threshold.value)}, từ {formatDay(threshold.validFrom)}. {threshold.reference}.
            </dd>
          </>
        )}
      </dl>
      <p className="field-hint">Cách tính: {formula}</p>
      <p>
        {events > 0 ? (
          <a className="inline-block py-2" href={`${path}/${id}?thang=${month}`}>
            Xem {whole(events)} sự kiện đứng sau
          </a>
        ) : (
          <span className="text-muted">Không có sự kiện nào đứng sau.</span>
        )}
      </p>
    </section>
  );
};
