import { Choices, Icon, type Refusal } from '@chophien/ui';
import pictures from './crops.svg';

interface Crop {
  id: string;
  name: string;
  category: string;
}

interface Props {
  crops: readonly Crop[];
  chosen: readonly string[];
  words: string;
  hint: string;
  refusal: Refusal | undefined;
}

/** One picture of each category, all in one file: it is fetched once. */
const Picture = ({ category }: { category: string }) => (
  <img src={`${pictures}#${category}`} width="40" height="40" alt="" className="size-10 flex-none" />
);

/** Goods to tick, each with a picture of its kind; a few letters are enough to find one. */
export const CropChoices = ({ crops, chosen, words, hint, refusal }: Props) => (
  <>
    <div className="grid gap-1">
      <label className="field-name" htmlFor="tim">
        Tìm loại hàng
      </label>
      <div className="flex gap-2">
        <input
          className="input mt-0"
          id="tim"
          name="tim"
          type="search"
          defaultValue={words}
          maxLength={100}
          autoComplete="off"
        />
        <button className="button" type="submit" name="go" value="tim">
          <Icon name="search" />
          Tìm
        </button>
      </div>
    </div>
    {crops.length === 0 && <p>Không có loại hàng nào tên “{words}”. Thử ít chữ hơn, hoặc chọn loại gần nhất.</p>}
    <Choices
      name="crops"
      legend={words ? `Tìm “${words}”: ${crops.length} loại` : 'Loại hàng'}
      hint={hint}
      several
      chosen={chosen}
      refusal={refusal}
      options={crops.map(({ id, name, category }) => ({
        value: id,
        word: (
          <span className="flex items-center gap-3">
            <Picture category={category} />
            {name}
          </span>
        ),
      }))}
    />
  </>
);
