import type { TemperatureTrace } from '@chophien/contracts';
import { formatCelsius } from '@chophien/kernel';
import { type Column, duration, Table, when } from '@chophien/ui';

type Excursion = TemperatureTrace['excursions'][number];
type Gap = TemperatureTrace['gaps'][number];

const states: Record<Excursion['state'], string> = {
  open: 'Đang ngoài mức',
  recovering: 'Đang trở lại',
  ended: 'Đã hết',
};

const columns: Column<Excursion>[] = [
  { head: 'Từ', cell: ({ from }) => when(from) },
  { head: 'Đến', cell: ({ until }) => (until ? when(until) : 'chưa hết') },
  { head: 'Phía', cell: ({ side }) => (side === 'high' ? 'Nóng hơn mức' : 'Lạnh hơn mức') },
  { head: 'Xa nhất', number: true, cell: ({ peak }) => formatCelsius(peak) },
  { head: 'Kéo dài', number: true, cell: ({ seconds }) => duration(seconds) },
  { head: 'Hiện nay', cell: ({ state }) => states[state] },
];

const gapColumns: Column<Gap>[] = [
  { head: 'Từ', cell: ({ from }) => when(from) },
  { head: 'Đến', cell: ({ until }) => when(until) },
  {
    head: 'Kéo dài',
    number: true,
    cell: ({ from, until }) => duration((Date.parse(until) - Date.parse(from)) / 1_000),
  },
];

/** The chart in words: each time outside the limits, and each time nobody knows about. */
export const Excursions = ({ trace: { excursions, gaps, readings } }: { trace: TemperatureTrace }) => (
  <>
    {excursions.length > 0 ? (
      <Table caption="Những lần ngoài mức" columns={columns} rows={excursions} idOf={({ id }) => id} stack />
    ) : (
      readings.length > 0 && <p>Chưa lần nào ngoài mức.</p>
    )}
    {gaps.length > 0 && (
      <Table caption="Những lúc không có số liệu" columns={gapColumns} rows={gaps} idOf={({ from }) => from} stack />
    )}
  </>
);
