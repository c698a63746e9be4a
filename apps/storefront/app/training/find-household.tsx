import { Icon } from '@chophien/ui';

/** Find a household by its name, without a script. Posted, so that a name never stands in an address. */
export const FindHousehold = ({ words }: { words: string }) => (
  <form method="post" className="flex items-end gap-2" role="search" aria-label="Tìm hộ">
    <label className="grow" htmlFor="words">
      <span className="field-name">Tên hộ</span>
      <input
        className="input"
        id="words"
        name="words"
        type="search"
        defaultValue={words}
        maxLength={100}
        autoComplete="off"
      />
    </label>
    <button className="button" type="submit" name="go" value="tim">
      <Icon name="search" />
      Tìm
    </button>
  </form>
);
