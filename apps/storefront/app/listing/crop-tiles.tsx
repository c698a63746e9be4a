import { fold } from '@chophien/kernel';
import { Icon } from '@chophien/ui';
import pictures from '../onboarding/crops.svg';
import type { Crop } from './kit.ts';
import { hereOf, Onwards, type ScreenProps } from './screen-parts.tsx';

const SHOWN = 12;

/** What is it? Pictures of what this commune sells in this season first, then everything; a few letters find the rest. */
export const CropTiles = (props: ScreenProps) => {
  const { answers, kit, producer, edits, refusal, words = '' } = props;
  const near = kit.producers.find(({ id }) => id === producer)?.near ?? [];
  const { first, rest } = sorted(kit.crops, near, answers.commodity, words);
  const wrong = refusal?.fields.commodity;
  return (
    <form method="post" action={hereOf(props)} noValidate className="grid gap-4" data-once="">
      <fieldset className={wrong ? 'field wrong' : 'field'} id="commodity">
        <legend className="field-name">
          {words ? `Tìm “${words}”: ${first.length} loại` : 'Chọn hình giống nhất'}
        </legend>
        {wrong && <p className="field-wrong">{wrong}</p>}
        <div className="choices choices-wide" data-slot="first">
          {first.map((crop) => (
            <Tile key={crop.id} crop={crop} chosen={crop.id === answers.commodity} />
          ))}
        </div>
        <div className="flex gap-2 mt-3">
          <label className="grow">
            <span className="sr-only">Tìm loại khác</span>
            <input
              className="input mt-0"
              name="tim"
              type="search"
              placeholder="Tìm loại khác"
              defaultValue={words}
              maxLength={60}
              autoComplete="off"
            />
          </label>
          <button className="button" type="submit" name="go" value="tim">
            <Icon name="search" />
            Tìm
          </button>
        </div>
        {rest.length > 0 && (
          <details className="mt-3">
            <summary className="chip">Xem tất cả các loại</summary>
            <div className="choices choices-wide pt-2" data-slot="rest">
              {rest.map((crop) => (
                <Tile key={crop.id} crop={crop} chosen={crop.id === answers.commodity} />
              ))}
            </div>
          </details>
        )}
      </fieldset>
      <Onwards edits={edits} />
    </form>
  );
};

/** With what follows from a kind, for the script: it keeps no list of its own. */
const Tile = ({ crop, chosen }: { crop: Crop; chosen: boolean }) => (
  <label
    className="choice flex-wrap justify-center gap-2 text-center"
    data-crop={crop.id}
    data-of={[crop.category, crop.shelf, crop.storage, crop.service ? 'service' : 'goods'].join('|')}
  >
    <input type="radio" name="commodity" value={crop.id} defaultChecked={chosen} />
    <img
      src={`${pictures}#${crop.category}`}
      width="40"
      height="40"
      alt=""
      className="size-10 flex-none"
      loading="lazy"
    />
    <span className="w-full">{crop.name}</span>
  </label>
);

/** Those most likely, and the chosen one, before all others; of a search only what is found. */
export const sorted = (
  crops: readonly Crop[],
  near: readonly string[],
  chosen: string | undefined,
  words: string,
): { first: Crop[]; rest: Crop[] } => {
  const sought = fold(words);
  if (sought) return { first: crops.filter(({ name }) => fold(name).includes(sought)), rest: [] };
  const order = [...new Set([...(chosen ? [chosen] : []), ...near])];
  const known = order.flatMap((id) => crops.find((crop) => crop.id === id) ?? []);
  const others = crops.filter((crop) => !known.includes(crop));
  const first = [...known, ...others].slice(0, Math.max(SHOWN, known.length > SHOWN ? SHOWN : 0));
  return { first, rest: [...known, ...others].filter((crop) => !first.includes(crop)) };
};
